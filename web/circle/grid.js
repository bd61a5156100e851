import { circleOf } from '../api.js';
import { el } from '../dom.js';
import { onLanguage, t } from '../language.js';
import { Answer } from './answer.js';
import { gridView } from './grid-view.js';
import { saidOf } from './said.js';

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
    const { choice, grid, gridName } = circle;
    const wanted = circle.open && choice && grid;
    const key = wanted && [grid, ...Object.values(choice.question)].join();
    answer.want(key || null, async (signal) => ({
      found: await circleOf(grid, choice.question, signal),
      name: gridName,
      choice,
    }));
    show();
  };
  const show = () => {
    const { open, asked, grid } = circle;
    const none = open && asked && grid === null;
    outcome.replaceChildren(
      answer.value ? gridView(answer.value) : '',
      none ? el('p', { class: 'none' }, t('circleGrid.none')) : '',
    );
  };

  circle.addEventListener('change', follow);
  answer.addEventListener('change', show);
  onLanguage(show);
  follow();
}
