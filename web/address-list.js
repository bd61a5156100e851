import { addresses } from './api.js';
import { el } from './dom.js';
import { t } from './language.js';

/**
 * The stored addresses of a grid, asked for when someone wants them, a page at a time.
 * @param {string} code of the grid
 * @returns {HTMLElement}
 */
export function addressList(code) {
  const title = el('h3');
  const list = el('ol');
  const said = el('p', { class: 'none', role: 'status' });
  const button = el('button', { type: 'button', class: 'copy', click: load }, t('addresses.show'));
  let token = null;

  async function load() {
    button.disabled = true;
    said.textContent = '';
    try {
      const page = await next();
      token = page.next;
      list.append(...page.addresses.map(row));
      title.textContent = t('addresses.title', page.total);
      said.textContent = page.total === 0 ? t('addresses.none') : '';
      button.hidden = token === null;
      button.textContent = t('addresses.more', list.childElementCount, page.total);
    } catch (error) {
      if (error.name !== 'Problem') {
        throw error;
      }
      said.textContent = t(
        error.kind === 'not-placed' ? 'addresses.not-placed' : 'problem.addresses',
      );
    } finally {
      button.disabled = false;
    }
  }

  /** The page that follows; the first again when a new edition has put an end to the pages. */
  async function next() {
    try {
      return await addresses(code, token);
    } catch (error) {
      if (error.status !== 410) {
        throw error;
      }
      token = null;
      list.replaceChildren();
      return addresses(code, token);
    }
  }

  return el('section', { class: 'addresses' }, title, list, said, button);
}

function row({ text, households }) {
  const count = households === null ? '' : t('addresses.households', households);
  return el('li', {}, el('span', {}, text), el('span', { class: 'households' }, count));
}
