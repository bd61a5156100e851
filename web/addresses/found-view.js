import { el } from '../dom.js';
import { t } from '../language.js';

/**
 * How a text was found to be an address.
 * @param {import('./found.js').Found} found
 */
export function foundView(found) {
  return el(
    'section',
    { class: 'found' },
    el('h3', {}, t('found.title')),
    el(
      'p',
      { class: 'match', 'data-match': found.match },
      el('b', {}, t('matched.' + found.match)),
      el('span', {}, t('found.score', found.percent)),
    ),
    el('p', { class: 'asked' }, ...found.pieces.map(piece)),
    found.address && found.address !== found.asked
      ? el('p', { class: 'stored' }, el('span', {}, t('found.stored') + t('colon')), found.address)
      : null,
    doubts(found),
    faults(found),
  );
}

function piece({ text, state }) {
  return state === null || state === 'VALID' ? text : el('mark', { 'data-state': state }, text);
}

/** Each element with what became of it, unless all is well. */
function doubts({ elements }) {
  if (elements.every(({ state }) => state === 'VALID')) {
    return null;
  }
  const rows = elements.flatMap(({ kind, text, value, state }) => [
    el('dt', {}, t('element.' + kind)),
    el(
      'dd',
      { 'data-state': state },
      state === 'CORRECTED' ? `${text} → ${value}` : text,
      el('span', { class: 'state' }, t('state.' + state)),
    ),
  ]);
  return el('dl', { class: 'elements' }, ...rows);
}

function faults({ faults: all }) {
  const rows = all.map((fault) =>
    el('li', {}, fault.text ? el('mark', {}, fault.text) : null, faultWords(fault)),
  );
  return rows.length > 0 ? el('ul', { class: 'faults' }, ...rows) : null;
}


function faultWords({ code, kind, instead }) {
  const words = `${t('element.' + kind)}${t('colon')}${t('fault.' + code)}`;
  return instead ? `${words}${t('comma')}${t('fault.instead', instead)}` : words;
}

/**
 * What may be meant, side by side to choose from.
 * @param {import('./found.js').Found} found
 * @param {(index: number) => void} choose
 */
export function candidatesView({ candidates, statement, isMeant, total }, choose) {
  const rows = candidates.map((candidate, index) => {
    const { text, district, responsible, point } = candidate;
    const grid = responsible?.name ?? t(point ? 'found.noGrid' : 'found.noPoint');
    const button = el(
      'button',
      { type: 'button', click: () => choose(index) },
      el('span', { class: 'text' }, text),
      el('small', {}, `${grid} · ${district.name ?? district.code}`),
    );
    return el('li', { 'data-meant': candidate.meant }, button);
  });
  const listed = candidates.filter(({ meant }) => meant).length;
  return el(
    'section',
    { class: 'candidates' },
    el('h3', {}, t(isMeant ? 'found.candidates' : 'found.suggested')),
    el('p', { class: 'certain' }, t(statement.key, statement.total)),
    el('ol', {}, ...rows),
    el(
      'p',
      { class: 'none' },
      [total > listed ? t('found.listed', listed, total) : null, t('found.choose')]
        .filter(Boolean)
        .join(t('comma')),
    ),
  );
}
