/** @typedef {import('./coverage.js').Coverage} Coverage */
/** @typedef {import('./coverage.js').Outcome} Outcome */

/** @typedef {{before: Outcome, after: Outcome}} Step the grids that it changed, as they were and as they became */

/** What was done to the grids, and can be undone and done again. Never changes. */
export class History {
  /** @type {Step[]} */
  done;
  /** @type {Step[]} the next first */
  undone;

  /** @param {Step[]} [done] @param {Step[]} [undone] */
  constructor(done = [], undone = []) {
    this.done = done;
    this.undone = undone;
  }

  /** @param {Coverage} before @param {Coverage} after */
  with(before, after) {
    return new History([...this.done, { before: before.since(after), after: after.since(before) }]);
  }

  /** @returns {History} where something was done */
  back() {
    return new History(this.done.slice(0, -1), [this.done.at(-1), ...this.undone]);
  }

  /** @returns {History} where something was undone */
  forth() {
    return new History([...this.done, this.undone[0]], this.undone.slice(1));
  }

  /**
   * What all of it together has changed.
   * @param {Coverage} coverage as it is now
   * @returns {{code: string, before: import('./coverage.js').Grid|null, after: import('./coverage.js').Grid|null}[]}
   */
  changes(coverage) {
    const first = new Map(this.done.toReversed().flatMap(({ before }) => [...before]));
    return [...first]
      .map(([code, before]) => ({ code, before, after: coverage.grid(code) }))
      .filter(({ before, after }) => JSON.stringify(before) !== JSON.stringify(after))
      .sort((a, b) => (a.code < b.code ? -1 : 1));
  }
}
