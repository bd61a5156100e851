import { t } from '../../language.js';
import { facilityName } from '../naming.js';

/**
 * What an item of a plan is, in words.
 * @param {import('./items.js').Item} item
 * @param {import('./plan.js').Plan} plan
 */
export function itemName(item, plan) {
  if (item.what === 'added') {
    const kind = facilityName(item.kind);
    return item.name ? t('plan.addedNamed', kind, item.name) : t('plan.added', kind);
  }
  if (item.what === 'road') {
    const { level, points } = item;
    const road = t('plan.road.' + Math.sign(level), metres(points));
    return Math.abs(level) > 1 ? t('plan.roadLevel', road, level) : road;
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
