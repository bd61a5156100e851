import { el } from '../../dom.js';
import { moment } from '../../format.js';
import { t, tag } from '../../language.js';
import { byWhat } from '../by-what.js';
import { nameOf } from '../naming.js';
import { balance, tenth, whole } from './effects-view.js';

/** @typedef {import('./kept-asking.js').Summary} Summary */

/**
 * @param {Summary[]} list
 * @param {Set<number>} chosen ids of those to be compared
 * @param {Object} actions
 */
export function keptView(list, chosen, actions) {
  if (list.length === 0) {
    return el('p', { class: 'hint' }, t('kept.none'));
  }
  return el(
    'div',
    {},
    el('ul', { class: 'kept' }, ...list.map((one) => row(one, chosen, actions))),
    el(
      'p',
      { class: 'actions' },
      el(
        'button',
        {
          type: 'button',
          class: 'plain',
          disabled: actions.compare ? null : '',
          click: () => actions.compare(),
        },
        t('kept.compare', chosen.size),
      ),
    ),
  );
}

function row(summary, chosen, actions) {
  const { id, name, note, changedBy, changedAt, added, moved, closed, roads } = summary;
  const box = el('input', {
    type: 'checkbox',
    'data-key': `choose-${id}`,
    'aria-label': t('kept.choose', name),
    change: ({ target }) => actions.choose(id, target.checked),
  });
  box.checked = chosen.has(id);
  const act = (key, deed) =>
    el(
      'button',
      { type: 'button', class: 'name', 'data-key': `${key}-${id}`, click: () => deed(summary) },
      t('kept.' + key),
    );
  return el(
    'li',
    {},
    box,
    el('b', {}, name),
    note ? el('p', {}, note) : null,
    el('small', {}, t('kept.counts', added, moved, closed, roads)),
    el('small', {}, `${changedBy} · ${moment(changedAt, tag())}`),
    el(
      'p',
      { class: 'deeds' },
      act('open', actions.open),
      act('rewrite', actions.change),
      act('csv', actions.sheet),
      act('geojson', actions.file),
      act('delete', actions.drop),
    ),
  );
}

/**
 * Categories by scenarios, each with what is served after, gained and lost.
 * @param {import('./kept-comparison.js').Comparison} comparison
 * @param {{saveComparison: () => void, close: () => void}} actions
 */
export function comparedView({ found, choice }, { saveComparison, close }) {
  const { scenarios, categories } = found;
  return el(
    'article',
    { class: 'circle-card compared' },
    el('h2', {}, t('kept.compared')),
    byWhat(choice),
    ...scenarios.filter(({ unjoined }) => unjoined.length > 0).map(unjoinedRoads),
    categories.length === 0
      ? el('p', { class: 'statement' }, t('effects.none'))
      : table(scenarios, categories),
    el(
      'p',
      { class: 'actions' },
      el('button', { type: 'button', class: 'plain', click: saveComparison }, t('circle.csv')),
      el('button', { type: 'button', class: 'plain', click: close }, t('siting.close')),
    ),
  );
}

function unjoinedRoads({ name, unjoined }) {
  const roads = unjoined.map((number) => number + 1);
  return el('p', { class: 'unreached' }, t('kept.unjoined', name, roads));
}

function table(scenarios, categories) {
  const heading = (words) => el('th', { scope: 'col' }, words);
  const headings = [t('effects.category'), t('kept.before'), ...scenarios.map(({ name }) => name)];
  return el(
    'div',
    { class: 'wide' },
    el(
      'table',
      { class: 'outcomes' },
      el('thead', {}, el('tr', {}, ...headings.map(heading))),
      el(
        'tbody',
        {},
        ...categories.map((category) =>
          el(
            'tr',
            {},
            el('th', { scope: 'row' }, nameOf(category)),
            standing(category.householdsBefore, category.minutesBefore),
            ...category.scenarios.map((one) => {
              const cell = standing(one.householdsAfter, one.minutesAfter);
              cell.append(...balance(one).childNodes);
              return cell;
            }),
          ),
        ),
      ),
    ),
  );
}

function standing(households, minutes) {
  return el(
    'td',
    {},
    t('kept.served', whole(households)),
    el('small', {}, minutes === null ? t('circleGrid.unreached') : t('circleGrid.minutes', tenth(minutes))),
  );
}
