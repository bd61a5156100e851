import { formatPlan, parsePlan } from './plan/items.js';

/** What the living-circle view shows, as it stands in the URL's hash. */

/** The levels of the grids that are coloured. */
export const OF = ['MICRO', 'GENERAL', 'COMMUNITY'];

/** The levels that results are rolled up to, nearest first. */
export const GROUPS = [...OF, 'TOWN', 'DISTRICT'];

/** What they are coloured by. */
export const BY = ['score', 'share', 'minutes', 'none'];

export const RULES = ['TIME', 'DISTANCE'];

/**
 * @typedef {Object} CircleShown
 * @property {string|null} standard id; null for the usual one, as for the two that follow
 * @property {string|null} profile
 * @property {'TIME'|'DISTANCE'|null} rule
 * @property {string|null} category id; null for the standard's first
 * @property {'MICRO'|'GENERAL'|'COMMUNITY'} of
 * @property {string|null} group level of the group whose table is shown; null for that of the grids
 *     that are coloured
 * @property {'score'|'share'|'minutes'|'none'} by
 * @property {boolean} walk whether the isochrone of the place asked about is drawn
 * @property {boolean} unserved whether the homes without the category are drawn
 * @property {import('./plan/items.js').Item[]} plan what is planned, in the order it was
 */

/** @param {URLSearchParams} values @returns {CircleShown} */
export function parseCircle(values) {
  return {
    standard: values.get('standard') || null,
    profile: values.get('profile') || null,
    rule: oneOf(RULES, values.get('rule')) ?? null,
    category: values.get('category') || null,
    of: oneOf(OF, values.get('of')) ?? OF[0],
    group: oneOf(GROUPS, values.get('group')) ?? null,
    by: oneOf(BY, values.get('by')) ?? BY[0],
    walk: values.get('walk') !== 'no',
    unserved: values.get('unserved') === 'yes',
    plan: parsePlan(values.getAll('plan')),
  };
}

/** @param {CircleShown} circle @returns {string[]} parts of the hash, none for what is usual */
export function formatCircle(circle) {
  const { standard, profile, rule, category, of, group, by, walk, unserved, plan } = circle;
  const choices = Object.entries({
    standard,
    profile,
    rule,
    category,
    of: of === OF[0] ? null : of,
    group,
    by: by === BY[0] ? null : by,
    walk: walk ? null : 'no',
    unserved: unserved ? 'yes' : null,
  })
    .filter(([, value]) => value !== null)
    .map(([key, value]) => `${key}=${encodeURIComponent(value)}`);
  const planned = formatPlan(plan).map((item) => encodeURIComponent(item).replaceAll('%2C', ','));
  return [...choices, ...planned.map((item) => 'plan=' + item)];
}

function oneOf(values, value) {
  return values.find((one) => one === value);
}
