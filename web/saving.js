import { el } from './dom.js';

/** How long a browser may take until it reads what it saves, in milliseconds. */
const READ = 60_000;

/** Gives the user a file. @param {Blob} blob @param {string} name */
export function save(blob, name) {
  const url = URL.createObjectURL(blob);
  el('a', { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), READ);
}
