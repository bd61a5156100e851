import { el } from '../dom.js';
import { t } from '../language.js';
import { longList } from '../long-list.js';
import { CHANGES } from '../palette.js';

const LEVELS = ['TOWN', 'COMMUNITY', 'GENERAL', 'MICRO', 'DEDICATED'];

/** @typedef {import('../api.js').Comparison} Comparison */

/**
 * What differs between two editions.
 * @param {Comparison} comparison
 * @param {Object} actions
 * @param {(change: import('../api.js').Change) => void} actions.go
 * @param {(kind: string|null) => void} actions.filter told which kind alone is to be shown
 * @param {(format: 'csv'|'geojson'|'addresses') => void} actions.save
 * @param {() => void} actions.close
 */
export function comparisonView(comparison, { go, filter, save, close }) {
  const { counts, changes, flows, addresses } = comparison;
  const kinds = Object.keys(CHANGES).filter((kind) => LEVELS.some((level) => counts[level][kind] > 0));
  const list = el('div');
  let only = null;
  const choose = (kind) => {
    only = only === kind ? null : kind;
    filter(only);
    show();
  };
  const rows = kinds.map((kind) => countRow(kind, counts, choose));
  const show = () => {
    rows.forEach((row) => row.querySelector('button').setAttribute('aria-pressed', String(row.dataset.change === only)));
    const matching = changes.filter((one) => only === null || one.changes.includes(only));
    list.replaceChildren(longList('changes', matching, (one) => changeRow(one, go)));
  };
  show();
  return el(
    'article',
    {},
    kinds.length > 0 ? countTable(rows) : el('p', {}, t('compare.same')),
    kinds.includes('RESHAPED') ? el('p', { class: 'hint' }, t('compare.legend')) : null,
    el('p', { class: 'moved' }, t('compare.moved', addresses)),
    el(
      'p',
      { class: 'actions' },
      ...['csv', 'geojson', 'addresses'].map((format) =>
        el('button', { type: 'button', class: 'plain', click: () => save(format) }, t('compare.' + format)),
      ),
      el('button', { type: 'button', class: 'plain', click: close }, t('compare.close')),
    ),
    kinds.length > 0 ? el('h3', {}, t('compare.changes')) : null,
    list,
    flows.length > 0 ? el('h3', {}, t('compare.flows')) : null,
    longList('flows', flows, flowRow),
  );
}

function countTable(rows) {
  const head = LEVELS.map((level) => el('th', { scope: 'col', title: t('level.' + level) }, t('column.' + level)));
  return el(
    'table',
    { class: 'tally' },
    el('thead', {}, el('tr', {}, el('td'), ...head)),
    el('tbody', {}, ...rows),
  );
}

function countRow(kind, counts, choose) {
  const swatch = el('span', { class: 'swatch', 'data-change': kind, 'aria-hidden': 'true' });
  const button = el('button', { type: 'button', click: () => choose(kind) }, swatch, t('change.' + kind));
  const cells = LEVELS.map((level) => {
    const count = counts[level][kind];
    return el('td', { 'data-level': level }, count > 0 ? count.toLocaleString('en') : '–');
  });
  return el('tr', { 'data-change': kind }, el('th', { scope: 'row' }, button), ...cells);
}

function changeRow(change, go) {
  const { level, code, changes, before, after } = change;
  const name = (after ?? before).name;
  return el(
    'li',
    {},
    el('button', { type: 'button', class: 'name', title: code, click: () => go(change) }, name),
    el('small', {}, t('level.' + level)),
    ...changes.map((kind) => el('span', { class: 'what', 'data-change': kind }, whatChanged(kind, change))),
  );
}

function whatChanged(kind, { before, after, gained, lost }) {
  const word = t('change.' + kind);
  const [was, is] = {
    RENAMED: [before?.name, after?.name],
    REPARENTED: [before?.parent, after?.parent],
    KIND_CHANGED: [before?.kind, after?.kind],
    HOUSEHOLDS_CHANGED: [before?.households, after?.households],
  }[kind] ?? [null, null];
  if (kind === 'RESHAPED') {
    return `${word} ${t('compare.areas', area(gained), area(lost))}`;
  }
  return was ?? is ? `${word} ${was ?? t('compare.none')} → ${is ?? t('compare.none')}` : word;
}

function area(squareMetres) {
  return Math.round(squareMetres).toLocaleString('en');
}

function flowRow({ from, to, addresses, households }) {
  const side = (grid) => el('span', { title: grid?.code ?? '' }, grid?.name ?? t('compare.outside'));
  return el('li', {}, side(from), ' → ', side(to), el('small', {}, t('compare.flow', addresses, households)));
}
