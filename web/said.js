import { el } from './dom.js';
import { onLanguage, t } from './language.js';
import { problemWords } from './problems.js';

/**
 * A line that says how an answer stands, with a button to ask again where it failed.
 * @param {import('./answer.js').Answer} answer
 * @param {string} asking key of what is said while it is awaited
 * @param {(problem: import('./api.js').Problem) => string} [words] for a problem
 * @returns {HTMLElement}
 */
export function saidOf(answer, asking, words = problemWords) {
  const line = el('p', { class: 'said', role: 'status' });
  const show = () => {
    const { status, problem } = answer;
    line.dataset.tone = { asking: 'busy', failed: 'bad' }[status] ?? 'none';
    line.replaceChildren();
    if (status === 'asking') {
      line.append(el('progress', { 'aria-hidden': 'true' }), t(asking));
    } else if (status === 'failed') {
      const again = () => answer.again();
      line.append(
        el('span', {}, words(problem)),
        el('button', { type: 'button', class: 'plain', click: again }, t('circle.again')),
      );
    }
  };
  answer.addEventListener('change', show);
  onLanguage(show);
  return line;
}
