import { lookupText } from './addresses/asking.js';
import { giveUp, grid, lookup } from './api.js';

/**
 * One question, by exactly one of its first three.
 * @typedef {Object} Question
 * @property {{lon: number, lat: number, datum?: string}} [point]
 * @property {string} [address] or a position as people type one
 * @property {string} [datum] of such a position
 * @property {string} [code] of a grid
 * @property {boolean} follow whether the map should move to the answer
 */

/**
 * What is being asked and what was answered; the tools that ask and those that show meet here.
 * Fires `change` whenever any of its fields changed.
 */
export class Inquiry extends EventTarget {
  /** @type {'none'|'asking'|'answered'|'failed'} */
  status = 'none';
  /** @type {Question|null} */
  question = null;
  /** @type {import('./api.js').Lookup|null} */
  lookup = null;
  /** @type {import('./api.js').Grid|null} */
  grid = null;
  /** @type {import('./api.js').Problem|null} */
  problem = null;
  /** @type {import('./api.js').Time} of which answers are */
  time = null;

  /** Asks; a question that is still open is given up. @param {Question} question */
  async ask(question) {
    this.#become({ status: 'asking', question });
    try {
      this.#become({ status: 'answered', question, ...(await this.#answer(question)) });
    } catch (error) {
      if (error.name === 'Problem') {
        this.#become({ status: 'failed', question, problem: error });
      } else if (error.name !== 'AbortError') {
        throw error;
      }
    }
  }

  async #answer({ code, point, address, datum }) {
    if (code) {
      return { grid: await grid(code, this.time) };
    }
    return {
      lookup: point ? await lookup(point, this.time) : await lookupText(address, datum, this.time),
    };
  }

  /** Asks the same again, as when the answer may have become another; the map stays. */
  async again() {
    if (this.question) {
      await this.ask({ ...this.question, follow: false });
    }
  }

  /** Forgets question and answer. */
  close() {
    giveUp();
    this.#become({ status: 'none', question: null });
  }

  #become(fields) {
    Object.assign(this, { lookup: null, grid: null, problem: null }, fields);
    this.dispatchEvent(new Event('change'));
  }
}
