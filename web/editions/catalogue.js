import { editions } from '../api.js';

/** @typedef {import('../api.js').Edition} Edition */

/** All editions that one may see. Fires `change` whenever they came or were forgotten. */
export class Catalogue extends EventTarget {
  /** @type {Edition[]} newest first in each district */
  list = [];
  /** How often the server was asked, and which of its answers is the list. */
  #asked = 0;
  #taken = 0;

  /** Asks the server anew. An answer that one asked for later has overtaken is dropped. */
  async refresh() {
    const turn = ++this.#asked;
    const list = await editions();
    if (turn > this.#taken) {
      this.#take(turn, list);
    }
  }

  /** Forgets them, and drops what is on its way. */
  clear() {
    this.#take(this.#asked, []);
  }

  #take(turn, list) {
    this.#taken = turn;
    this.list = list;
    this.dispatchEvent(new Event('change'));
  }

  /** @returns {[string, string][]} codes and names of the districts that have editions */
  districts() {
    return [...new Map(this.list.map((one) => [one.district, one.districtName]))];
  }

  /** @param {string} district code @returns {Edition|undefined} */
  inForce(district) {
    return this.list.find((one) => one.district === district && one.state === 'PUBLISHED');
  }

  /**
   * What is or will be in force, by the list.
   * @param {string} district code
   * @param {string|null} time still to come, ISO 8601; null for when the list was asked for
   * @returns {Edition|undefined}
   */
  inForceAt(district, time) {
    const [last] = this.list
      .filter((one) => one.district === district)
      .flatMap((one) => (one.scheduled ?? []).map((from) => ({ one, from: Date.parse(from) })))
      .filter(({ from }) => time && from <= Date.parse(time))
      .sort((a, b) => b.from - a.from);
    return last?.one ?? this.inForce(district);
  }

  /** @param {string} id @returns {Edition|undefined} */
  edition(id) {
    return this.list.find((one) => one.id === id);
  }
}
