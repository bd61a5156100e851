import { EXTRAS } from './levels.js';
import { formatCircle, parseCircle } from './circle/shown.js';

/** Beside the map; the first unless another is chosen. */
export const PAGES = ['find', 'table', 'circle', 'editions', 'edit'];

/**
 * What the page shows, as the URL's hash has it. A typed address is never part of it.
 * @typedef {Object} Shown
 * @property {{zoom: number, lon: number, lat: number}|null} view
 * @property {'zh'|'en'} lang
 * @property {Set<string>} off levels that are switched off
 * @property {{lon: number, lat: number}|null} at the place asked about, WGS 84
 * @property {string|null} grid code of the grid asked about
 * @property {import('./api.js').Time} time of which the grids are shown
 * @property {'find'|'table'|'circle'|'editions'|'edit'} page beside the map
 * @property {import('./circle/shown.js').CircleShown} circle
 * @property {[string, string]|null} compare ids of two editions, from and to
 * @property {string|null} check id of the edition of which is shown what is wrong
 * @property {string|null} edit id of the edition whose grids are edited
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
    time: moment(values.get('time')),
    page: PAGES.find((page) => page === values.get('page')) ?? PAGES[0],
    circle: parseCircle(values),
    compare: pair(values.get('compare')),
    check: values.get('check') || null,
    edit: values.get('edit') || null,
  };
}

/** @param {Shown} shown @returns {string} the hash, with its # */
export function format({ view, lang, off, at, grid, time, page, circle, compare, check, edit }) {
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
  if (time) {
    parts.push('time=' + time);
  }
  if (page !== PAGES[0]) {
    parts.push('page=' + page);
  }
  parts.push(...formatCircle(circle));
  if (compare) {
    parts.push('compare=' + compare.map(encodeURIComponent).join(','));
  }
  if (check) {
    parts.push('check=' + encodeURIComponent(check));
  }
  if (edit) {
    parts.push('edit=' + encodeURIComponent(edit));
  }
  return '#' + parts.join('&');
}

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?Z$/;

/** As it stands, since the server's times are finer than a Date; anything that is no time is none. */
function moment(text) {
  return MOMENT.test(text ?? '') && !Number.isNaN(Date.parse(text)) ? text : null;
}

function pair(text) {
  const values = list(text);
  return values.length === 2 ? values : null;
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
   * @param {boolean} [isStep] whether it is one in any case
   */
  update(patch, isStep = false) {
    const before = this.shown;
    this.shown = { ...before, ...patch };
    const hash = format(this.shown);
    const asked = ({ at, grid, time, compare, check }) =>
      format({ ...this.shown, at, grid, time, compare, check });
    if (hash !== location.hash) {
      const step = isStep || asked(before) !== asked(this.shown) ? 'pushState' : 'replaceState';
      history[step](null, '', hash);
    }
    this.dispatchEvent(new Event('change'));
  }
}
