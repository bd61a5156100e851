import { el } from '../dom.js';
import { coordinates } from '../format.js';
import { t } from '../language.js';
import { sentenceOf } from './finding.js';

/** @typedef {import('./finding.js').Finding} Finding */

/**
 * The finding that is chosen, with the way to the one before and the one after.
 * @param {import('./inspection.js').Inspection} inspection
 */
export function chosenView(inspection) {
  const step = (by) => () => {
    const { matching, chosen } = inspection;
    inspection.choose(matching[matching.indexOf(chosen) + by]);
  };
  const button = (words, click) => el('button', { type: 'button', class: 'plain', click }, words);
  const previous = button(t('check.previous'), step(-1));
  const next = button(t('check.next'), step(1));
  const position = el('span', {});
  const sentence = el('b', {});
  const facts = el('small', {});
  const view = el(
    'div',
    { class: 'chosen' },
    el('p', { 'aria-live': 'polite' }, sentence, facts),
    el('p', { class: 'actions' }, previous, next, button(t('check.leave'), () => inspection.choose(null)), position),
  );
  const show = () => {
    const { matching, chosen } = inspection;
    view.hidden = chosen === null;
    if (chosen) {
      const index = matching.indexOf(chosen);
      previous.disabled = index === 0;
      next.disabled = index === matching.length - 1;
      position.textContent = t('check.position', index + 1, matching.length);
      sentence.textContent = sentenceOf(chosen);
      facts.textContent = factsOf(chosen);
    }
  };
  show();
  return { view, show };
}

/** Kind, level and place of a finding, in words. @param {Finding} finding */
export function factsOf({ kind, level, at }) {
  const facts = [t('finding.' + kind), level && t('level.' + level), at ? coordinates(at) : t('check.nowhere')];
  return facts.filter(Boolean).join(' · ');
}
