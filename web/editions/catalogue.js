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

  /** @param {string} id @returns {Edition|undefined} */
  edition(id) {
    return this.list.find((one) => one.id === id);
  }
}
