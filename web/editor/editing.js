import { Coverage, bodyOf } from './coverage.js';
import { History } from './history.js';

/** @typedef {import('./coverage.js').Grid} Grid */
/** @typedef {'boundary'|'split'|'merge'|'hole'} Tool */

/**
 * The grids of an edition that are being edited. Fires `change` whenever any of its fields changed.
 */
export class Editing extends EventTarget {
  /** @type {string|null} id of the edition; null while none is edited */
  edition = null;
  coverage = new Coverage();
  history = new History();
  /** @type {string|null} code of the grid that is to be changed */
  selected = null;
  /** @type {Tool|null} */
  tool = null;
  /** @type {import('./refusal.js').Refusal|null} why the last step was not taken */
  refusal = null;
  /** @type {Coverage|null} what is drawn instead while something is under way */
  preview = null;
  /** Codes of all that came from the server: what a step took away does not come again. */
  #known = new Set();
  /** What was changed, and by which history: it is asked for far more often than it changes. */
  #changes = { history: null, list: [] };

  /** @param {string|null} edition what was done to another is forgotten */
  begin(edition) {
    this.#known.clear();
    const nothing = { coverage: new Coverage(), history: new History(), selected: null, tool: null };
    this.#set({ edition, ...nothing, refusal: null, preview: null });
  }

  /** Adds what is not here yet. @param {Grid[]} grids */
  learn(grids) {
    const fresh = grids.filter(({ code }) => !this.#known.has(code) && !this.coverage.grid(code));
    grids.forEach(({ code }) => this.#known.add(code));
    if (fresh.length > 0) {
      this.#set({ coverage: this.coverage.with(new Map(fresh.map((grid) => [grid.code, grid]))) });
    }
  }

  /** @returns {Grid|null} */
  get grid() {
    return this.coverage.grid(this.selected);
  }

  /** @param {string|null} code */
  select(code) {
    this.#set({ selected: code, refusal: null, preview: null });
  }

  /** @param {Tool|null} tool */
  take(tool) {
    this.#set({ tool, refusal: null, preview: null });
  }

  /** @param {Coverage|null} coverage */
  show(coverage) {
    this.#set({ preview: coverage });
  }

  /**
   * Takes a step, or says why not.
   * @param {(coverage: Coverage) => Coverage} step
   * @returns {boolean} whether it was taken
   */
  act(step) {
    try {
      const coverage = step(this.coverage);
      const isOther = coverage.since(this.coverage).size > 0;
      const history = isOther ? this.history.with(this.coverage, coverage) : this.history;
      this.#become(coverage, history);
      return true;
    } catch (error) {
      if (error.name !== 'Refusal') {
        throw error;
      }
      this.#set({ refusal: error, preview: null });
      return false;
    }
  }

  undo() {
    const step = this.history.done.at(-1);
    if (step) {
      this.#become(this.coverage.with(step.before), this.history.back());
    }
  }

  redo() {
    const [step] = this.history.undone;
    if (step) {
      this.#become(this.coverage.with(step.after), this.history.forth());
    }
  }

  /** What is other than in the edition. */
  get changes() {
    const { history, coverage } = this;
    if (this.#changes.history !== history) {
      this.#changes = { history, list: history.changes(coverage) };
    }
    return this.#changes.list;
  }

  /** @returns {import('./asking.js').Edits} */
  get edits() {
    const { changes } = this;
    const bodies = (isNew) =>
      changes.filter(({ before, after }) => after && !before === isNew).map(({ after }) => bodyOf(after));
    return {
      added: bodies(true),
      changed: bodies(false),
      removed: changes.filter(({ after }) => !after).map(({ code }) => code),
    };
  }

  #become(coverage, history) {
    const selected = coverage.grid(this.selected) ? this.selected : null;
    this.#set({ coverage, history, selected, refusal: null, preview: null });
  }

  #set(fields) {
    Object.assign(this, fields);
    this.dispatchEvent(new Event('change'));
  }
}
