// Fetches, reads and projects off the main thread: a view of a city has tens of thousands of grids.
import { patiently } from './patience.js';
import { shapesIn } from './squares.js';

/** @type {Map<number, AbortController>} */
const running = new Map();

addEventListener('message', async ({ data }) => {
  const { id, level, square, query } = data;
  if (!square) {
    running.get(id)?.abort();
    return;
  }
  const controller = new AbortController();
  running.set(id, controller);
  try {
    const ask = () => shapesIn(level, square, query, controller.signal);
    const putOff = (times) => postMessage({ id, putOff: times });
    const { shapes, editions } = await patiently(ask, controller.signal, putOff);
    postMessage({ id, shapes, editions }, { transfer: shapes.map((shape) => shape.xy.buffer) });
  } catch (error) {
    postMessage({ id, failure: error.name, message: error.message });
  } finally {
    running.delete(id);
  }
});
