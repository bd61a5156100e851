import { el } from '../dom.js';
import { moment } from '../format.js';
import { t, tag } from '../language.js';
import { GRID_LEVELS } from '../levels.js';

/** @typedef {import('../api.js').Edition} Edition */

/** What an edition is called in sentences. @param {Edition} edition */
export function editionName({ number }) {
  return t('edition.name', number);
}

/** @param {Edition} edition @returns {string} how many grids it has, in words */
export function countsText({ grids }) {
  return GRID_LEVELS.map((level) => `${t('column.' + level)} ${(grids[level] ?? 0).toLocaleString('en')}`).join(' · ');
}

/**
 * An edition in the list.
 * @param {Edition} edition
 * @param {(Node|null)[]} actions
 * @param {Node} details
 */
export function editionView(edition, actions, details) {
  const state = stateOf(edition);
  return el(
    'li',
    { class: 'edition', 'data-state': state },
    el(
      'header',
      {},
      el('h3', {}, editionName(edition)),
      el('span', { class: 'badge' }, t('edition.' + state)),
      el('code', {}, edition.id),
    ),
    el('p', { class: 'when' }, ...since(edition, state)),
    el('p', { class: 'counts' }, countsText(edition)),
    el('p', { class: 'actions' }, ...actions),
    details,
  );
}

/** A sealed edition either waits for its time or was withdrawn before that came. */
export function stateOf({ state, effectiveFrom }) {
  const waits = effectiveFrom !== null && Date.parse(effectiveFrom) > Date.now();
  return state === 'SEALED' && waits ? 'SCHEDULED' : state;
}

function since({ createdAt, effectiveFrom, publishedBy }, state) {
  const time = moment(effectiveFrom ?? createdAt, tag());
  const words = t(effectiveFrom ? 'edition.since.' + state : 'edition.created', time);
  return publishedBy
    ? [words, ' · ', el('span', { class: 'by' }, t('edition.by', publishedBy))]
    : [words];
}

/** The publications of an edition, newest first. @param {Edition} edition */
export function publicationsView({ publications }) {
  if (publications.length === 0) {
    return el('p', { class: 'none' }, t('edition.neverPublished'));
  }
  const rows = publications.map(({ effectiveFrom, publishedBy }) => {
    const time = moment(effectiveFrom, tag());
    return el('li', {}, publishedBy ? `${time} · ${t('edition.by', publishedBy)}` : time);
  });
  return el('section', {}, el('h4', {}, t('edition.publications')), el('ol', {}, ...rows));
}
