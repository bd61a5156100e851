import { candidatesView, foundView } from './addresses/found-view.js';
import { el } from './dom.js';
import { language, t } from './language.js';
import { GRID_LEVELS } from './levels.js';
import { kindName } from './strings.js';

/**
 * @param {import('./card.js').Card} card
 * @param {{open: (code: string) => void, close: () => void, copy: () => Promise<boolean>,
 *     choose: (index: number) => void}} actions choose: one of what may be meant
 * @param {HTMLElement|null} addresses
 */
export function cardView(card, actions, addresses) {
  return el(
    'article',
    { class: 'card' },
    header(card, actions.close),
    card.found && foundView(card.found),
    card.found?.candidates.length > 0 ? candidatesView(card.found, actions.choose) : null,
    section(t('card.chain'), chain(card, actions.open)),
    card.dedicated && section(t('card.dedicated'), places([card.dedicated], actions.open)),
    card.title && section(t('card.responders', card.responders.length), responders(card)),
    card.nearby.length > 0 ? section(t('nearby.title'), nearby(card.nearby, actions.open)) : null,
    facts(card),
    card.children.length > 0
      ? section(t('card.children', card.children.length), places(card.children, actions.open))
      : null,
    addresses,
    copyButton(actions.copy),
  );
}

function header(card, close) {
  const overline = card.level ? t('level.' + card.level) : t(card.found ? 'found.asked' : 'card.responsible');
  return el(
    'header',
    {},
    el('p', { class: 'overline' }, overline),
    el('h2', { tabindex: -1 }, card.title ?? t(card.statement)),
    card.code && el('p', { class: 'code' }, card.code),
    card.title && card.statement ? el('p', { class: 'statement' }, t(card.statement)) : null,
    el('button', { type: 'button', class: 'close', 'aria-label': t('card.close'), click: close }, '×'),
  );
}

function section(title, content) {
  return content && el('section', {}, el('h3', {}, title), content);
}

function chain(card, open) {
  if (card.chain.length === 0) {
    return null;
  }
  const rows = card.chain.map((place) =>
    el(
      'li',
      { 'aria-current': place.code === card.code ? 'true' : null },
      el('span', { class: 'level' }, t('level.' + place.level)),
      link(place, open),
    ),
  );
  return el('ol', { class: 'chain' }, ...rows);
}

function places(list, open) {
  return el('ul', { class: 'places' }, ...list.map((place) => el('li', {}, link(place, open))));
}

function link(place, open) {
  if (!GRID_LEVELS.includes(place.level)) {
    return el('span', { class: 'name', title: place.code }, place.name);
  }
  const click = () => open(place.code);
  return el('button', { type: 'button', class: 'name', title: place.code, click }, place.name);
}

function nearby(grids, open) {
  const rows = grids.map((grid) =>
    el(
      'li',
      {},
      link(grid, open),
      el('span', { class: 'level' }, `${t('level.' + grid.level)}${t('comma')}${t('nearby.metres', grid.metres)}`),
    ),
  );
  return el('ul', { class: 'nearby' }, ...rows);
}

function responders(card) {
  if (card.responders.length === 0) {
    return el('p', { class: 'none' }, t('card.noResponders'));
  }
  const rows = card.responders.flatMap(({ role, scope, contact }) => [
    el('dt', {}, role),
    el('dd', {}, scope, contact ? el('span', { class: 'contact' }, contact) : null),
  ]);
  return el('dl', { class: 'responders' }, ...rows);
}

function facts(card) {
  const rows = card.facts.flatMap(({ key, value }) => [
    el('dt', {}, t(key)),
    el('dd', {}, key === 'fact.kind' ? kindName(language(), value) : String(value)),
  ]);
  return el('dl', { class: 'facts' }, ...rows);
}

function copyButton(copy) {
  const said = el('span', { role: 'status' });
  const click = async () => {
    said.textContent = t((await copy()) ? 'card.copied' : 'card.notCopied');
  };
  const button = el('button', { type: 'button', class: 'copy', click }, t('card.copy'));
  return el('footer', {}, button, said);
}
