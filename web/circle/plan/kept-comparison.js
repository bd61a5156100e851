import { Answer } from '../../answer.js';
import { el } from '../../dom.js';
import { onLanguage } from '../../language.js';
import { saidOf } from '../../said.js';
import { keptWords } from './keeping.js';
import { compared } from './kept-asking.js';
import { comparedView } from './kept-view.js';

/** @typedef {import('./kept-asking.js').Summary} Summary */

/**
 * What was compared, and by what.
 * @typedef {Object} Comparison
 * @property {import('./kept-asking.js').Compared} found
 * @property {NonNullable<import('../circle.js').Circle['choice']>} choice
 * @property {string} level of the grids
 */

/**
 * Kept plans side by side: compared anew when they or what is chosen for the map become something
 * else, and closed when one of them is gone.
 * @param {import('../circle.js').Circle} circle
 * @param {Answer<Summary[]>} list of the plans that are kept, none while it is not in sight
 * @param {HTMLElement} place
 * @param {(comparison: Comparison) => void} save as a file
 * @returns {(ids: number[]) => void} compares them; none closes what is shown
 */
export function comparisonPart(circle, list, place, save) {
  /** @type {Answer<Comparison>} */
  const answer = new Answer();
  const outcome = el('div');
  let ids = [];
  place.append(saidOf(answer, 'kept.comparing', keptWords), outcome);

  const compare = (chosen) => {
    ids = chosen;
    follow();
  };
  const follow = () => {
    if (list.status === 'asking') {
      return;
    }
    const { choice, shown } = circle;
    const there = (list.value ?? []).filter(({ id }) => ids.includes(id));
    if (there.length < ids.length) {
      ids = [];
    }
    const asked = ids;
    const level = shown.of;
    const versions = there.map(({ id, changedAt }) => `${id}@${changedAt}`);
    const key = choice && asked.length > 0 && [choice.key, level, ...asked, ...versions].join();
    answer.want(key || null, async (signal) => ({
      found: await compared(asked, choice.question, level, signal),
      choice,
      level,
    }));
  };
  const show = () => {
    const { status, value } = answer;
    outcome.classList.toggle('stale', status === 'asking');
    if (status !== 'asking') {
      const actions = { saveComparison: () => save(value), close: () => compare([]) };
      outcome.replaceChildren(value ? comparedView(value, actions) : '');
    }
  };

  circle.addEventListener('change', follow);
  list.addEventListener('change', follow);
  answer.addEventListener('change', show);
  onLanguage(show);
  return compare;
}
