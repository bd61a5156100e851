import { gridsOf } from './asking.js';
import { boxOfGrid } from './coverage.js';
import { holds, wider } from './plane.js';

/** From which zoom on grids are edited: farther off there are too many. */
export const CLOSE = 15;

/** How much farther than asked for is fetched, in metres. */
const MARGIN = 50;

/**
 * Brings the grids of what is in view, and around what is to be changed: all that have a vertex
 * must be there before it is moved. Fires `change` whenever any of its fields changed.
 */
export class Loading extends EventTarget {
  /** How many questions are open. */
  open = 0;
  /** @type {import('../api.js').Problem|null} of the last question */
  problem = null;
  #editing;
  /** @type {import('./plane.js').Box[]} of which all is there */
  #boxes = [];
  /** @type {Map<import('./plane.js').Box, Promise<boolean>>} */
  #asked = new Map();
  #edition = null;

  /** @param {import('./editing.js').Editing} editing */
  constructor(editing) {
    super();
    this.#editing = editing;
  }

  /** Has what is in view. @param {import('../leaflet.js').Map} map */
  async see(map) {
    if (this.#editing.edition && map.getZoom() >= CLOSE) {
      const bounds = map.getBounds();
      await this.has({
        west: bounds.getWest(),
        south: bounds.getSouth(),
        east: bounds.getEast(),
        north: bounds.getNorth(),
      });
    }
  }

  /**
   * Has all that borders on a grid, and all of its siblings.
   * @param {import('./coverage.js').Grid} grid @returns {Promise<boolean>} whether it is there
   */
  async around(grid) {
    const parent = this.#editing.coverage.grid(grid.parentCode);
    const wide = parent && (await this.has(boxOfGrid(parent)));
    return wide || this.has(boxOfGrid(grid));
  }

  /** @param {import('./plane.js').Box} box @returns {Promise<boolean>} whether all of it is there */
  has(box) {
    this.#follow();
    if (this.#boxes.some((one) => holds(one, box))) {
      return Promise.resolve(true);
    }
    const [, asked] = [...this.#asked].find(([one]) => holds(one, box)) ?? [];
    return asked ?? this.#ask(wider(box, MARGIN));
  }

  #follow() {
    if (this.#editing.edition !== this.#edition) {
      this.#edition = this.#editing.edition;
      this.#boxes = [];
      this.#asked.clear();
    }
  }

  #ask(box) {
    const asking = this.#bring(box).finally(() => this.#asked.delete(box));
    this.#asked.set(box, asking);
    return asking;
  }

  async #bring(box) {
    const edition = this.#edition;
    this.#set({ open: this.open + 1 });
    try {
      const grids = await gridsOf(edition, box);
      if (edition !== this.#editing.edition) {
        return false;
      }
      this.#boxes.push(box);
      this.#editing.learn(grids);
      this.#set({ problem: null });
      return true;
    } catch (error) {
      if (error.name !== 'Problem') {
        throw error;
      }
      this.#set({ problem: error });
      return false;
    } finally {
      this.#set({ open: this.open - 1 });
    }
  }

  #set(fields) {
    Object.assign(this, fields);
    this.dispatchEvent(new Event('change'));
  }
}
