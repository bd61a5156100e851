import { el } from '../dom.js';
import { t } from '../language.js';
import { figureOf, nameOf, percent, walkerWords } from './naming.js';

/**
 * @param {{found: import('../api.js').CircleOfGrid, name: string|null, choice: Object}} of as
 *     Circle's choice was when it was asked
 * @param {import('../card.js').LevelPlace[]} chain the groups around
 * @param {(level: string) => void} choose another of them
 */
export function gridView({ found, name, choice }, chain, choose) {
  const { standard, walker, rule } = choice;
  return el(
    'article',
    { class: 'circle-card' },
    groups(chain, found, choose),
    el('h2', {}, name ?? found.grid),
    el('p', { class: 'code' }, `${found.grid} · ${t('circleGrid.edition', found.edition)}`),
    el('p', { class: 'statement' }, t('circleGrid.homes', found.households, found.addresses)),
    found.noNetwork > 0
      ? el('p', { class: 'statement' }, t('circleGrid.noNetwork', found.noNetwork))
      : null,
    score(found),
    el(
      'p',
      { class: 'by-what' },
      `${nameOf(standard)} · ${t('circle.rule.' + rule)} · ${walkerWords(walker)}`,
    ),
    el(
      'table',
      { class: 'reach' },
      el(
        'thead',
        {},
        el('tr', {}, ...['category', 'nearest', 'share'].map((key) => heading('circleGrid.' + key))),
      ),
      el(
        'tbody',
        {},
        ...found.categories.map((entry, i) => row(entry, standard.categories[i], rule)),
      ),
    ),
    found.equity ? equityView(found) : null,
    el('p', { class: 'hint' }, t('figures.title')),
  );
}

function groups(chain, { grid }, choose) {
  return el(
    'nav',
    { class: 'groups', 'aria-label': t('circleGrid.groups') },
    ...chain.map(({ level, code }) =>
      el(
        'button',
        { type: 'button', 'aria-pressed': code === grid, click: () => choose(level) },
        t('level.' + level),
      ),
    ),
  );
}

/** How evenly the households of a district walk. */
function equityView({ equity, categories }) {
  const names = new Map(categories.map((entry) => [entry.category, nameOf(entry)]));
  const cell = (value, digits) => el('td', {}, value === null ? '—' : value.toFixed(digits));
  return el(
    'table',
    { class: 'equity' },
    el('caption', {}, t('equity.title')),
    el('thead', {}, el('tr', {}, ...['category', 'worst', 'gini'].map((key) => heading('equity.' + key)))),
    el(
      'tbody',
      {},
      ...equity.map(({ category, worstTenthMinutes, gini }) =>
        el(
          'tr',
          {},
          el('th', { scope: 'row' }, names.get(category)),
          cell(worstTenthMinutes, 1),
          cell(gini, 2),
        ),
      ),
    ),
  );
}

function score(found) {
  const value = found.score === null ? null : Number(found.score.toFixed(1));
  return el(
    'section',
    { class: 'score' },
    el('b', {}, value === null ? '—' : String(value)),
    el('span', {}, t(value === null ? 'circleGrid.noScore' : 'circleGrid.score')),
    el(
      'details',
      {},
      el('summary', {}, t('circleGrid.formula')),
      el('p', {}, t('circleGrid.formulaIs')),
    ),
  );
}

function heading(key) {
  return el('th', { scope: 'col' }, t(key));
}

function row(entry, category, rule) {
  const figure = figureOf(category, rule);
  const limit = figure.value === null ? t('circle.noLimit') : t('circle.limit.' + rule, figure.value);
  return el(
    'tr',
    {},
    el(
      'th',
      { scope: 'row' },
      nameOf(entry),
      el(
        'small',
        {},
        limit,
        ' ',
        el(
          'span',
          { class: 'figure', 'data-status': figure.status, title: figure.source },
          t('figure.' + figure.status),
        ),
      ),
    ),
    nearest(entry),
    share(entry),
  );
}

function nearest({ minutes, minutes90, nearest }) {
  if (minutes === null) {
    return el('td', {}, el('span', { class: 'unreached' }, t('circleGrid.unreached')));
  }
  const most =
    minutes90 === null ? t('circleGrid.mostUnreached') : t('circleGrid.most', rounded(minutes90));
  return el(
    'td',
    {},
    t('circleGrid.minutes', rounded(minutes)),
    el('small', {}, nearest),
    el('small', {}, most),
  );
}

/** Households, or addresses where none are known. */
function share({ shareHouseholds, shareAddresses }) {
  const value = shareHouseholds ?? shareAddresses;
  if (value === null) {
    return el('td', { class: 'share' }, '—');
  }
  const bar = el('span', { class: 'bar', 'aria-hidden': 'true' }, el('span'));
  bar.firstChild.style.width = value * 100 + '%';
  return el(
    'td',
    { class: 'share' },
    percent(value),
    shareHouseholds === null ? el('small', {}, t('circleGrid.ofAddresses')) : null,
    bar,
  );
}

function rounded(minutes) {
  return Number(minutes.toFixed(1));
}
