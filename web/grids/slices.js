/** Milliseconds of script; rasterising what was drawn takes about twice that on top. */
const BUDGET = 3;

/** Runs jobs in order, a few milliseconds' worth per frame, so that the page stays responsive. */
export class Slices {
  /** @type {Set<() => void>} */
  #jobs = new Set();

  /** @param {() => void} job */
  add(job) {
    if (this.#jobs.size === 0) {
      requestAnimationFrame(this.#run);
    }
    this.#jobs.add(job);
  }

  /** @param {() => void} job one that need not run any more */
  drop(job) {
    this.#jobs.delete(job);
  }

  #run = () => {
    const end = performance.now() + BUDGET;
    for (const job of this.#jobs) {
      if (performance.now() > end) {
        break;
      }
      this.#jobs.delete(job);
      job();
    }
    if (this.#jobs.size > 0) {
      requestAnimationFrame(this.#run);
    }
  };
}
