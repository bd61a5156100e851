import { el } from './dom.js';

/** Gives the user a file. @param {Blob} blob @param {string} name */
export function save(blob, name) {
  const url = URL.createObjectURL(blob);
  el('a', { href: url, download: name }).click();
  URL.revokeObjectURL(url);
}
