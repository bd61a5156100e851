/** How long something is asked for again and again, in milliseconds. */
const PATIENCE = 120_000;

/**
 * Asks again where the server says when to, as while it draws as many tiles as it can at once: the
 * map itself never asks twice.
 * @template T
 * @param {() => Promise<T>} ask
 * @param {AbortSignal} signal ends the waiting with an AbortError
 * @param {(times: number) => void} putOff called each time that it was refused, with how often it
 *     was so far
 * @returns {Promise<T>}
 * @throws whatever `ask` throws but that, and that where it would take too long
 */
export async function patiently(ask, signal, putOff) {
  const end = performance.now() + PATIENCE;
  for (let refused = 1; ; refused++) {
    try {
      return await ask();
    } catch (error) {
      const wait = waitAfter(error);
      if (performance.now() + wait > end) {
        throw error;
      }
      putOff(refused);
      await pause(wait, signal);
    }
  }
}

/** In milliseconds, at least a second's. */
function waitAfter({ retryAfter }) {
  return Number.isInteger(retryAfter) ? Math.max(1, retryAfter) * 1000 : Infinity;
}

function pause(milliseconds, signal) {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    signal.addEventListener('abort', stop, { once: true });
  });
}
