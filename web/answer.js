/** How often and how long to ask a server that has something else to compute, in milliseconds. */
const PAUSE = 3_000;
const PATIENCE = 60_000;
const BUSY = 503;

/**
 * What the server says to the question that is wanted now; an earlier one is given up. Fires
 * `change` whenever any of its fields changed.
 * @template T
 */
export class Answer extends EventTarget {
  /** @type {'none'|'asking'|'answered'|'failed'} */
  status = 'none';
  /** @type {T|null} */
  value = null;
  /** @type {import('./api.js').Problem|null} */
  problem = null;
  /** @type {string|null} */
  #key = null;
  #ask = null;
  #controller = new AbortController();

  /**
   * Asks, unless this is what was asked last.
   * @param {string|null} key says what the question is; null for none
   * @param {(signal: AbortSignal) => Promise<T>} ask
   */
  async want(key, ask) {
    if (key !== this.#key) {
      this.#key = key;
      this.#ask = ask;
      await this.again();
    }
  }

  /** Asks the same once more. */
  async again() {
    this.#controller.abort();
    if (this.#key === null) {
      this.#become({ status: 'none' });
      return;
    }
    const { signal } = (this.#controller = new AbortController());
    this.#become({ status: 'asking' });
    try {
      const value = await patiently(this.#ask, signal);
      if (!signal.aborted) {
        this.#become({ status: 'answered', value });
      }
    } catch (error) {
      if (signal.aborted) {
        return;
      }
      if (error.name !== 'Problem') {
        throw error;
      }
      this.#become({ status: 'failed', problem: error });
    }
  }

  #become(fields) {
    Object.assign(this, { value: null, problem: null }, fields);
    this.dispatchEvent(new Event('change'));
  }
}

async function patiently(ask, signal) {
  const end = performance.now() + PATIENCE;
  for (;;) {
    try {
      return await ask(signal);
    } catch (error) {
      if (error.status !== BUSY || performance.now() > end) {
        throw error;
      }
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
    signal.throwIfAborted();
  }
}
