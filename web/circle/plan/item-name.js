import { t } from '../../language.js';
import { facilityName } from '../naming.js';

/**
 * What an item of a plan is, in words.
 * @param {import('./items.js').Item} item
 * @param {import('./plan.js').Plan} plan
 */
export function itemName(item, plan) {
  if (item.what === 'added') {
    return t('plan.added', facilityName(item.kind));
  }
  if (item.what === 'road') {
    return t('plan.road.' + item.level, metres(item.points));
  }
  return t('plan.' + item.what, plan.facility(item.facility)?.name ?? item.facility);
}

const METRES_PER_DEGREE = 111_320;

/** To two digits, as on a flat map: it was drawn by hand. */
function metres(points) {
  let sum = 0;
  for (let i = 1; i < points.length; i++) {
    const [from, to] = [points[i - 1], points[i]];
    const narrow = Math.cos((from.lat * Math.PI) / 180);
    sum += Math.hypot((to.lon - from.lon) * narrow, to.lat - from.lat) * METRES_PER_DEGREE;
  }
  return Number(sum.toPrecision(2));
}
