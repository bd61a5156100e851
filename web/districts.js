import { districts } from './api.js';

/** How often and how long to ask until something published is in force, in milliseconds. */
const PAUSE = 500;
const PATIENCE = 20_000;

/** The districts with an edition in force. Fires `change` when they or their editions changed. */
export class Districts extends EventTarget {
  /** @type {import('./api.js').District[]} */
  list = [];

  /**
   * Asks the server anew.
   * @param {AbortSignal} [signal]
   * @returns {Promise<boolean>} whether they or their editions changed
   */
  async refresh(signal) {
    const before = this.#editions();
    this.list = await districts(signal);
    const changed = this.#editions() !== before;
    if (changed) {
      this.dispatchEvent(new Event('change'));
    }
    return changed;
  }

  /** @param {string} edition id */
  has(edition) {
    return this.list.some((district) => district.edition.id === edition);
  }

  /**
   * Waits until the server answers from the edition.
   * @param {string} edition id
   * @returns {Promise<boolean>} false when it still does not after a while
   */
  async until(edition) {
    const end = performance.now() + PATIENCE;
    await this.refresh();
    while (!this.has(edition) && performance.now() < end) {
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
      await this.refresh();
    }
    return this.has(edition);
  }

  #editions() {
    return this.list.map((district) => district.edition.id).join();
  }
}
