import { Answer } from '../answer.js';
import { circleOf } from '../api.js';
import { el } from '../dom.js';
import { onLanguage } from '../language.js';
import { saidOf } from '../said.js';
import { gridView } from './grid-view.js';

/**
 * What the homes of the grid asked about reach, category by category.
 * @param {import('./circle.js').Circle} circle
 * @param {HTMLElement} place
 */
export function gridPart(circle, place) {
  const answer = new Answer();
  const outcome = el('div');
  place.append(saidOf(answer, 'circleGrid.asking'), outcome);

  const follow = () => {
    if (circle.asking) {
      return;
    }
    const { choice, group } = circle;
    const wanted = circle.open && choice && group;
    const key = wanted && [group.code, choice.key].join();
    answer.want(key || null, async (signal) => ({
      found: await circleOf(group.code, choice.question, signal),
      name: group.name,
      choice,
    }));
  };
  const show = () => {
    outcome.classList.toggle('stale', answer.status === 'asking');
    if (answer.status === 'asking') {
      return;
    }
    const choose = (level) => circle.update({ group: level });
    const hadFocus = outcome.contains(document.activeElement);
    outcome.replaceChildren(answer.value ? gridView(answer.value, circle.chain, choose) : '');
    if (hadFocus) {
      outcome.querySelector('[aria-pressed=true]')?.focus();
    }
  };

  circle.addEventListener('change', follow);
  answer.addEventListener('change', show);
  onLanguage(show);
  follow();
}
