import { circleOf } from '../api.js';

/** How often the server is asked, and looked whether it is time to, in milliseconds. */
const PAUSE = 15_000;
const TICK = 1_000;

/** How long an answer is waited for, in milliseconds. */
const PATIENCE = 30_000;

/**
 * Keeps an open view of what is in force: asks now and then from what the living circle is
 * computed, and has everything asked again when that is something else.
 * @param {import('./circle.js').Circle} circle
 * @param {import('../districts.js').Districts} districts
 */
export function watch(circle, districts) {
  /** @type {string|null} what it was computed from when everything was last asked */
  let known = null;
  /** Whether there was no server: what else was asked then may have failed too. */
  let lost = false;
  let due = 0;

  const look = async () => {
    const { open, choice } = circle;
    const [district] = districts.list;
    if (!open || !choice || !district || document.hidden || performance.now() < due) {
      return;
    }
    due = Infinity;
    const limit = AbortSignal.timeout(PATIENCE);
    try {
      const { editions, data } = await circleOf(district.code, choice.question, limit);
      const found = JSON.stringify([editions, data]);
      const changed = lost || (known !== null && known !== found);
      // Other districts' editions have everything asked again by themselves.
      if (changed && !(await districts.refresh(limit))) {
        circle.renew();
      }
      known = found;
      lost = false;
    } catch (error) {
      // The parts of the view say what is wrong; here it is asked again anyhow.
      if (error.name !== 'Problem') {
        throw error;
      }
      lost ||= error.status === 0 && !limit.aborted;
    } finally {
      due = performance.now() + PAUSE;
    }
  };

  // At once when the view opens: what is known must not be newer than what the view then shows.
  circle.addEventListener('change', look);
  setInterval(look, TICK);
}
