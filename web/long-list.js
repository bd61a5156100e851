import { el } from './dom.js';
import { t } from './language.js';

/** How many are listed at first, and how many more at a time. */
const LISTED = 50;

/**
 * A list that shows more when asked to: thousands at once would make the page slow.
 * @template T
 * @param {string} kind its class
 * @param {T[]} items
 * @param {(item: T) => HTMLElement} row
 */
export function longList(kind, items, row) {
  const list = el('ol', { class: kind });
  const more = el('button', { type: 'button', class: 'plain', click: () => grow() });
  const grow = () => {
    const from = list.childElementCount;
    list.append(...items.slice(from, from + LISTED).map(row));
    const left = items.length - list.childElementCount;
    more.hidden = left === 0;
    more.textContent = t('list.more', left);
  };
  grow();
  return el('div', {}, list, more);
}
