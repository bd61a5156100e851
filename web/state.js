import { EXTRAS } from './levels.js';

/**
 * What the page shows, as the URL's hash has it. A typed address is never part of it.
 * @typedef {Object} Shown
 * @property {{zoom: number, lon: number, lat: number}|null} view
 * @property {'zh'|'en'} lang
 * @property {Set<string>} off levels that are switched off
 * @property {{lon: number, lat: number}|null} at the place asked about, WGS 84
 * @property {string|null} grid code of the grid asked about
 */

/** @param {string} hash @returns {Shown} */
export function parse(hash) {
  const values = new URLSearchParams(hash.replace(/^#/, ''));
  const view = numbers(values.get('view'), 3);
  const on = list(values.get('on'));
  const at = numbers(values.get('at'), 2);
  return {
    view: view && { zoom: view[0], lon: view[1], lat: view[2] },
    lang: values.get('lang') === 'en' ? 'en' : 'zh',
    off: new Set([...list(values.get('off')), ...EXTRAS.filter((one) => !on.includes(one))]),
    at: at && { lon: at[0], lat: at[1] },
    grid: values.get('grid') || null,
  };
}

/** @param {Shown} shown @returns {string} the hash, with its # */
export function format({ view, lang, off, at, grid }) {
  const parts = [];
  if (view) {
    parts.push(`view=${view.zoom},${view.lon.toFixed(5)},${view.lat.toFixed(5)}`);
  }
  if (lang !== 'zh') {
    parts.push('lang=' + lang);
  }
  const switchedOff = [...off].filter((level) => !EXTRAS.includes(level));
  if (switchedOff.length > 0) {
    parts.push('off=' + switchedOff.sort().join(','));
  }
  const switchedOn = EXTRAS.filter((level) => !off.has(level));
  if (switchedOn.length > 0) {
    parts.push('on=' + switchedOn.join(','));
  }
  if (at) {
    parts.push(`at=${at.lon.toFixed(6)},${at.lat.toFixed(6)}`);
  }
  if (grid) {
    parts.push('grid=' + encodeURIComponent(grid));
  }
  return '#' + parts.join('&');
}

function list(text) {
  return (text ?? '').split(',').filter(Boolean);
}

function numbers(text, count) {
  const values = (text ?? '').split(',').map(Number);
  return text && values.length === count && values.every(Number.isFinite) ? values : null;
}

/**
 * Keeps what is shown and the hash equal. Fires `change` after every change, and `navigate` before
 * it when the change came from the browser: back, forward, or a hash typed in.
 */
export class State extends EventTarget {
  /** @type {Shown} */
  shown = parse(location.hash);

  constructor() {
    super();
    addEventListener('popstate', () => {
      this.shown = parse(location.hash);
      this.dispatchEvent(new Event('navigate'));
      this.dispatchEvent(new Event('change'));
    });
  }

  /**
   * A change of what is asked about becomes a step to go back to; the rest does not.
   * @param {Partial<Shown>} patch
   */
  update(patch) {
    const before = this.shown;
    this.shown = { ...before, ...patch };
    const hash = format(this.shown);
    const asked = ({ at, grid }) => format({ ...this.shown, at, grid });
    if (hash !== location.hash) {
      const step = asked(before) === asked(this.shown) ? 'replaceState' : 'pushState';
      history[step](null, '', hash);
    }
    this.dispatchEvent(new Event('change'));
  }
}
