import { el } from '../../dom.js';
import { onLanguage, t } from '../../language.js';
import { facilityName } from '../naming.js';
import { MOST, MOST_POINTS } from './items.js';

/**
 * What pointing at the map shall do, to be chosen; Esc makes it do nothing to the plan again.
 * @param {import('../circle.js').Circle} circle
 * @param {import('./hand.js').Hand} hand
 * @param {HTMLFormElement} form
 * @param {HTMLElement} mapElement
 */
export function handPart(circle, hand, form, mapElement) {
  const kinds = form.elements.namedItem('kind');
  const level = form.elements.namedItem('level');
  const modes = [...form.querySelectorAll('button[name=mode]')];
  const finish = form.querySelector('button[name=finish]');
  const hint = form.querySelector('[role=status]');

  const show = () => {
    const { mode, fault, taken, points } = hand;
    for (const button of modes) {
      button.setAttribute('aria-pressed', String(button.value === mode));
      button.disabled = button.value !== 'road' && !hand.kind;
    }
    kinds.closest('label').hidden = mode === 'road';
    level.closest('label').hidden = mode !== 'road';
    finish.hidden = points.length < 2;
    hint.dataset.tone = fault ? 'bad' : 'none';
    hint.textContent = fault
      ? t('plan.fault.' + fault, MOST, MOST_POINTS)
      : taken
        ? t('plan.taken', taken.name)
        : mode
          ? t('plan.mode.' + mode)
          : '';
    mapElement.classList.toggle('planning', mode !== null);
  };
  const follow = () => {
    const { choice, open } = circle;
    const offered = choice
      ? [...new Set(choice.standard.categories.flatMap(({ facilities }) => facilities))]
      : [];
    if (offered.join('\n') !== [...kinds.options].map(({ value }) => value).join('\n')) {
      kinds.replaceChildren(...offered.map((kind) => el('option', { value: kind })));
      kinds.value = offered.includes(hand.kind) ? hand.kind : (offered[0] ?? '');
      hand.deal(kinds.value);
    }
    if (hand.mode && (!open || (hand.mode !== 'road' && !hand.kind))) {
      hand.become(null);
    }
    for (const option of kinds.options) {
      option.textContent = facilityName(option.value);
    }
  };

  kinds.addEventListener('change', () => hand.deal(kinds.value));
  level.addEventListener('change', () => hand.rise(Number(level.value)));
  finish.addEventListener('click', () => hand.finish());
  for (const button of modes) {
    button.addEventListener('click', () => hand.become(button.value === hand.mode ? null : button.value));
  }
  // Before others hear of it, who close what is asked about.
  document.addEventListener(
    'keydown',
    (event) => {
      if (event.key === 'Escape' && hand.mode && !event.target.closest('dialog')) {
        event.stopPropagation();
        hand.become(null);
      }
    },
    { capture: true },
  );
  circle.addEventListener('change', follow);
  hand.addEventListener('change', show);
  onLanguage(() => {
    follow();
    show();
  });
}
