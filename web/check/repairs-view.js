import { el } from '../dom.js';
import { t } from '../language.js';
import { longList } from '../long-list.js';

/** How many codes are named. */
const NAMED = 3;

/** @typedef {import('./asking.js').Repair} Repair */

/**
 * What can be repaired: to be looked at one by one, ticked, and confirmed.
 * @param {Repair[]} repairs at least one
 * @param {Set<string>} ticked their ids; changed by what the user ticks
 * @param {Object} actions
 * @param {(repair: Repair) => void} actions.look
 * @param {() => void} actions.confirm
 */
export function repairsView(repairs, ticked, { look, confirm }) {
  const boxes = new Map();
  const buttons = new Map();
  const tick = (ids, isTicked) => {
    ids.forEach((id) => (isTicked ? ticked.add(id) : ticked.delete(id)));
    follow();
  };
  const all = el('input', {
    type: 'checkbox',
    change: ({ target }) => tick(repairs.map(({ id }) => id), target.checked),
  });
  const go = el('button', { type: 'button', class: 'primary', click: confirm });
  const row = (repair) => {
    const { id, kind } = repair;
    const words = t('repair.' + kind);
    const box = el('input', {
      type: 'checkbox',
      'aria-label': t('repair.tick', `${words}, ${factsOf(repair)}`),
      change: ({ target }) => tick([id], target.checked),
    });
    const button = el('button', { type: 'button', class: 'name', click: () => look(repair) }, words);
    box.checked = ticked.has(id);
    boxes.set(id, box);
    buttons.set(id, button);
    return el('li', {}, box, button, el('small', {}, factsOf(repair)));
  };
  const follow = () => {
    boxes.forEach((box, id) => {
      box.checked = ticked.has(id);
    });
    all.checked = ticked.size === repairs.length;
    all.indeterminate = ticked.size > 0 && !all.checked;
    go.disabled = ticked.size === 0;
    go.textContent = t('repair.confirm', ticked.size);
  };
  const view = el(
    'div',
    {},
    el('label', { class: 'check' }, all, t('repair.all', repairs.length)),
    longList('repairs', repairs, row),
    el('p', { class: 'actions' }, go),
  );
  follow();
  /** @param {Repair|null} repair that is on the map */
  const show = (repair) =>
    buttons.forEach((button, id) => button.setAttribute('aria-pressed', String(id === repair?.id)));
  return { view, show };
}

function factsOf({ level, grids, squareMetres }) {
  const named = t('repair.grids', grids.slice(0, NAMED));
  const area = squareMetres.toLocaleString('en', { maximumFractionDigits: squareMetres < 10 ? 2 : 0 });
  return [
    t('level.' + level),
    grids.length > NAMED ? t('repair.andMore', named, grids.length) : named,
    `${area} m²`,
  ].join(' · ');
}

/** What is what on the map. */
export function repairLegend() {
  const item = (key) =>
    el('li', {}, el('span', { class: 'line-sample', 'data-line': key, 'aria-hidden': 'true' }), t('repair.' + key));
  return el('ul', { class: 'line-samples', 'aria-label': t('repair.legend') }, ...['before', 'after', 'ground'].map(item));
}
