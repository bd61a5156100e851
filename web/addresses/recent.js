const KEY = 'weiwang.recent';
const MOST = 50;

/**
 * @typedef {Object} Entry a look-up of this desk
 * @property {string} text
 * @property {string} datum of a position
 * @property {string|null} grid name of the responsible one
 * @property {string} time ISO 8601
 */

/** The last look-ups of this desk, kept in this browser only. Fires `change`. */
export class Recent extends EventTarget {
  #storage = storage();

  constructor() {
    super();
    addEventListener('storage', ({ key }) => {
      if (key === KEY || key === null) {
        this.dispatchEvent(new Event('change'));
      }
    });
  }

  /** The latest first; none where the browser keeps nothing. @returns {Entry[]} */
  get entries() {
    return parsed(this.#storage?.getItem(KEY));
  }

  /** Takes the place of an earlier one of the same text. @param {Entry} entry */
  add(entry) {
    const others = this.entries.filter(({ text }) => text !== entry.text);
    this.#keep([entry, ...others].slice(0, MOST));
  }

  clear() {
    this.#storage?.removeItem(KEY);
    this.dispatchEvent(new Event('change'));
  }

  #keep(entries) {
    try {
      this.#storage?.setItem(KEY, JSON.stringify(entries));
    } catch (error) {
      // Full: the history is a convenience, and the answer stands.
      if (error.name !== 'QuotaExceededError') {
        throw error;
      }
    }
    this.dispatchEvent(new Event('change'));
  }
}

/** Null where the user or the administrator lets pages keep nothing. */
function storage() {
  try {
    return globalThis.localStorage;
  } catch (error) {
    if (error.name === 'SecurityError') {
      return null;
    }
    throw error;
  }
}

/** What another version of the page left counts as nothing. */
function parsed(kept) {
  try {
    const entries = JSON.parse(kept ?? '[]');
    const isEntry = (one) => typeof one?.text === 'string' && !Number.isNaN(Date.parse(one.time));
    return Array.isArray(entries) ? entries.filter(isEntry) : [];
  } catch (error) {
    if (error instanceof SyntaxError) {
      return [];
    }
    throw error;
  }
}
