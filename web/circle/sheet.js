import { Answer } from '../answer.js';
import { circleSheet } from '../api.js';
import { saidOf } from '../said.js';
import { save } from '../saving.js';

/**
 * The figures of all grids that are coloured, to be saved as CSV.
 * @param {import('./circle.js').Circle} circle
 * @param {HTMLButtonElement} button
 * @param {HTMLElement} place
 */
export function sheetPart(circle, button, place) {
  const answer = new Answer();
  let wishes = 0;
  place.append(saidOf(answer, 'circle.busy'));
  button.addEventListener('click', () => {
    const { choice, layer } = circle;
    answer.want(String(++wishes), async (signal) => {
      const sheet = await circleSheet(layer.collection, choice.question, signal);
      const { standard, profile, rule } = choice.question;
      save(sheet, [layer.collection, standard, profile, rule].join('-') + '.csv');
    });
  });
}
