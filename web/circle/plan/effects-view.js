import { el } from '../../dom.js';
import { t } from '../../language.js';
import { nameOf, percent } from '../naming.js';

/** @typedef {import('./asking.js').GridEffect} GridEffect */

/**
 * @param {{effects: import('./asking.js').Effects, items: Object[], level: string}} found
 * @param {import('../../api.js').Standard} standard
 * @param {GridEffect[]} entries the grids that are listed
 * @param {Map<string, string>} names of grids by code
 * @param {{open: (code: string) => void, more: (() => void)|null}} actions more lists more of them
 */
export function effectsView({ effects, items, level }, standard, entries, names, actions) {
  return el(
    'article',
    { class: 'circle-card effects' },
    el('h2', {}, t('effects.title')),
    ...unjoined(effects, items),
    effects.categories.length === 0
      ? el('p', { class: 'statement' }, t('effects.none'))
      : categories(effects.categories),
    entries.length > 0 ? grids(entries, standard, level, names, actions.open) : null,
    actions.more
      ? el('button', { type: 'button', class: 'plain', click: actions.more }, t('effects.more'))
      : null,
  );
}

function unjoined({ unjoined }, items) {
  const roads = items.filter(({ what }) => what === 'road');
  return unjoined.map((number) =>
    el('p', { class: 'unreached' }, t('effects.unjoined', items.indexOf(roads[number]) + 1)),
  );
}

function categories(list) {
  return el(
    'table',
    { class: 'outcomes' },
    head(['category', 'households', 'gained', 'minutes']),
    el(
      'tbody',
      {},
      ...list.map((entry) =>
        el(
          'tr',
          { 'data-category': entry.category },
          el('th', { scope: 'row' }, nameOf(entry)),
          beforeAndAfter(entry.householdsBefore, entry.householdsAfter, whole),
          balance(entry),
          beforeAndAfter(entry.minutesBefore, entry.minutesAfter, tenth),
        ),
      ),
    ),
  );
}

function grids(entries, standard, level, names, open) {
  const category = new Map(standard.categories.map((one) => [one.id, nameOf(one)]));
  return el(
    'table',
    { class: 'outcomes' },
    el('caption', {}, t('effects.grids', t('level.' + level))),
    head(['grid', 'share', 'gained']),
    el(
      'tbody',
      {},
      ...entries.map((entry) =>
        el(
          'tr',
          {},
          el(
            'th',
            { scope: 'row' },
            el(
              'button',
              { type: 'button', class: 'name', 'data-grid': entry.code, click: () => open(entry.code) },
              names.get(entry.code) ?? entry.code,
            ),
            el('small', {}, category.get(entry.category)),
          ),
          beforeAndAfter(entry.shareHouseholdsBefore, entry.shareHouseholdsAfter, percent),
          balance(entry),
        ),
      ),
    ),
  );
}

function head(keys) {
  const cells = keys.map((key) => el('th', { scope: 'col' }, t('effects.' + key)));
  return el('thead', {}, el('tr', {}, ...cells));
}

function beforeAndAfter(before, after, words) {
  return el('td', {}, `${words(before)} → `, el('b', {}, words(after)));
}

/** @param {{gained: number|null, lost: number|null}} entry households */
export function balance({ gained, lost }) {
  return gained === null
    ? el('td', {}, '—')
    : el(
        'td',
        { class: 'balance' },
        el('span', { class: 'gained' }, '+' + whole(gained)),
        ' ',
        el('span', { class: 'lost' }, '−' + whole(lost)),
      );
}

/** @param {number|null} value */
export function whole(value) {
  return value === null ? '—' : value.toLocaleString('en');
}

/** @param {number|null} value */
export function tenth(value) {
  return value === null ? '—' : value.toFixed(1);
}
