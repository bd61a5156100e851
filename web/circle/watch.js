import { circleOf } from '../api.js';

/** How often the server is asked, and looked whether it is time to, in milliseconds. */
const PAUSE = 15_000;
const TICK = 1_000;

/**
 * Keeps an open view of what is in force: asks now and then from what the living circle is
 * computed, and has everything asked again when that is something else.
 * @param {import('./circle.js').Circle} circle
 * @param {import('../districts.js').Districts} districts
 */
export function watch(circle, districts) {
  /** @type {string|null} what it was computed from when that was last asked */
  let known = null;
  let due = 0;

  const look = async () => {
    const { open, choice } = circle;
    const [district] = districts.list;
    if (!open || !choice || !district || document.hidden || performance.now() < due) {
      return;
    }
    due = Infinity;
    try {
      const { editions, data } = await circleOf(district.code, choice.question);
      const found = JSON.stringify([editions, data]);
      const before = known;
      known = found;
      if (before !== null && before !== found) {
        await districts.refresh();
        circle.renew();
      }
    } catch (error) {
      // The parts of the view say what is wrong; here it is asked again anyhow.
      if (error.name !== 'Problem') {
        throw error;
      }
    } finally {
      due = performance.now() + PAUSE;
    }
  };

  setInterval(look, TICK);
}
