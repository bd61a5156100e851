import { el } from '../../dom.js';
import { coordinates } from '../../format.js';
import { onLanguage, t } from '../../language.js';
import { lookAt } from '../../map.js';
import { itemName } from './item-name.js';
import { badge } from './marks.js';

/**
 * The plan as rows, each to be looked at or taken away.
 * @param {import('../../leaflet.js').Map} map
 * @param {import('../circle.js').Circle} circle
 * @param {import('./plan.js').Plan} plan
 * @param {HTMLElement} place
 */
export function listPart(map, circle, plan, place) {
  const show = () => {
    const focused = [...place.querySelectorAll('.take')].indexOf(document.activeElement);
    place.replaceChildren(...(circle.open ? rows(map, plan) : []));
    const left = place.querySelectorAll('.take');
    if (focused >= 0) {
      (left[Math.min(focused, left.length - 1)] ?? place.closest('details').querySelector('summary')).focus();
    }
  };
  let shown = '';
  const follow = () => {
    const key = JSON.stringify([circle.open, ...plan.items.map((item) => [item, itemName(item, plan)])]);
    if (key !== shown) {
      shown = key;
      show();
    }
  };

  plan.addEventListener('change', follow);
  onLanguage(follow);
}

function rows(map, plan) {
  const { items } = plan;
  if (items.length === 0) {
    return [];
  }
  return [
    el('ol', { class: 'planned' }, ...items.map((item, index) => row(item, index, map, plan))),
    el('button', { type: 'button', class: 'plain clear', click: () => plan.become([]) }, t('plan.clear')),
  ];
}

function row(item, index, map, plan) {
  const at = item.points?.[0] ?? (item.lon === undefined ? plan.facility(item.facility) : item);
  const name = itemName(item, plan);
  const look = () => at && lookAt(map, at, 15);
  return el(
    'li',
    {},
    badge(item, index),
    el('button', { type: 'button', class: 'name', click: look }, name),
    at ? el('small', {}, coordinates(at)) : null,
    el(
      'button',
      {
        type: 'button',
        class: 'take',
        'aria-label': t('plan.remove', name),
        title: t('plan.remove', name),
        click: () => plan.remove(index),
      },
      '×',
    ),
  );
}
