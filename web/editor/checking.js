import { Answer } from '../answer.js';
import { findingsOf } from './asking.js';

/** How long nothing must change before the server is asked, in milliseconds. */
const PAUSE = 400;

/**
 * What the server finds wrong with what is drawn, asked after each step.
 * @param {import('./editing.js').Editing} editing
 * @returns {Answer<import('./asking.js').Finding[]>} none while nothing is changed
 */
export function checking(editing) {
  const answer = new Answer();
  let { history } = editing;
  let steps = 0;

  const ask = async (signal) => {
    const { edition, edits } = editing;
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
    signal.throwIfAborted();
    return findingsOf(edition, edits, signal);
  };
  editing.addEventListener('change', () => {
    if (editing.history !== history) {
      ({ history } = editing);
      steps++;
      answer.want(editing.changes.length > 0 ? `${editing.edition} ${steps}` : null, ask);
    }
  });
  return answer;
}
