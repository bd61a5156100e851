// Fetches, parses and projects off the main thread: a county's communities alone are megabytes.
import { items } from '../api.js';
import { shapeOf } from './shape.js';

/** @type {Map<number, AbortController>} */
const running = new Map();

addEventListener('message', async ({ data }) => {
  const { id, level, collection, bbox, query } = data;
  if (!collection) {
    running.get(id)?.abort();
    return;
  }
  const controller = new AbortController();
  running.set(id, controller);
  try {
    const features = await items(collection, bbox, query, controller.signal);
    const shapes = features.map((feature) => shapeOf(feature, level));
    postMessage({ id, shapes }, { transfer: shapes.map((shape) => shape.xy.buffer) });
  } catch (error) {
    postMessage({ id, failure: error.name, message: error.message });
  } finally {
    running.delete(id);
  }
});
