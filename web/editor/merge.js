import { edgesOf } from './coverage.js';
import { joined } from './noding.js';
import { Refusal } from './refusal.js';
import { outermost, polygonsOf } from './rings.js';
import { sound } from './sound.js';

/** @typedef {import('./coverage.js').Coverage} Coverage */

/**
 * Makes two neighbours of one parent one grid, which is the first with the ground and the
 * households of both.
 * @param {Coverage} coverage @param {string} code @param {string} other code
 * @returns {Coverage}
 * @throws {Refusal}
 */
export function merged(coverage, code, other) {
  const [one, two] = [coverage.grid(code), coverage.grid(other)];
  if (one.level !== two.level) {
    throw new Refusal('levels', other);
  }
  if (one.parentCode !== two.parentCode) {
    throw new Refusal('parents', other);
  }
  const polygons = united(coverage, code, other);
  if (!polygons) {
    throw new Refusal('apart', other);
  }
  const known = one.households !== null && two.households !== null;
  const households = known ? one.households + two.households : null;
  const next = new Map([
    [code, { ...one, households, polygons }],
    [other, null],
  ]);
  return sound(coverage, coverage.with(next));
}

/**
 * The ground of two grids without the boundary between them.
 * @param {Coverage} coverage @param {string} code @param {string} other code
 * @returns {import('./coverage.js').Polygon[]|null} null where they have none in common
 */
export function united(coverage, code, other) {
  const edges = bothNoded(coverage, code, other);
  const outer = outermost(edges);
  return outer.length < edges.length ? polygonsOf(outer) : null;
}

/**
 * How much boundary two grids have in common.
 * @param {Coverage} coverage @param {string} code @param {string} other code
 * @returns {number} in edges
 */
export function common(coverage, code, other) {
  const edges = bothNoded(coverage, code, other);
  return (edges.length - outermost(edges).length) / 2;
}

function bothNoded(coverage, code, other) {
  const once = joined(coverage, coverage.grid(code));
  const twice = joined(once, once.grid(other));
  return [code, other].flatMap((one) => edgesOf(twice.grid(one)));
}
