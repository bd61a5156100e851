import { editions } from '../api.js';

/** @typedef {import('../api.js').Edition} Edition */

/** All editions that one may see. Fires `change` whenever they were asked for. */
export class Catalogue extends EventTarget {
  /** @type {Edition[]} newest first in each district */
  list = [];

  /** Asks the server anew. */
  async refresh() {
    this.list = await editions();
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
