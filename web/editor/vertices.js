import { edgesOf, withRings } from './coverage.js';
import { endsAt, joined, settled } from './noding.js';
import { boxOf, key, latticed, nearest, same } from './plane.js';
import { Refusal } from './refusal.js';
import { sound } from './sound.js';

/** @typedef {import('./coverage.js').Coverage} Coverage */
/** @typedef {import('./plane.js').Position} Position */

/**
 * Moves a vertex in all grids that have it, and in those on whose edges it lies.
 * @param {Coverage} coverage @param {Position} from @param {Position} to
 * @returns {Coverage} which may be unsound
 */
export function moved(coverage, from, to) {
  const place = latticed(to);
  return replaced(tied(coverage, from), from, (ring, i) => ring.with(i, place));
}

/**
 * Makes the place of a grid's boundary that is nearest to a position a vertex, on both sides.
 * @param {Coverage} coverage @param {string} code @param {Position} position
 * @returns {{coverage: Coverage, vertex: Position}}
 */
export function inserted(coverage, code, position) {
  const [{ place }] = edgesOf(coverage.grid(code))
    .map(([from, to]) => nearest(position, from, to))
    .sort((a, b) => a.metres - b.metres);
  return { coverage: settled(coverage, place), vertex: place };
}

/**
 * Straightens the boundary where a vertex is, on both sides.
 * @param {Coverage} coverage @param {Position} vertex @returns {Coverage}
 * @throws {Refusal} where more than two boundaries meet, or too little would be left
 */
export function deleted(coverage, vertex) {
  const before = tied(coverage, vertex);
  const ends = holders(before, vertex).flatMap(edgesOf).filter(endsAt(vertex)).flat();
  if (new Set(ends.map(key)).size > 3) {
    throw new Refusal('junction');
  }
  return sound(coverage, replaced(before, vertex, (ring, i) => ring.toSpliced(i, 1)));
}

/** With a vertex in all grids on whose edges it lies, and all that lies on its edges in these. */
function tied(coverage, vertex) {
  let next = settled(coverage, vertex);
  for (const { code } of holders(next, vertex)) {
    next = joined(next, next.grid(code), endsAt(vertex));
  }
  return next;
}

function holders(coverage, vertex) {
  return coverage
    .near(boxOf([vertex]))
    .filter(({ polygons }) => polygons.flat(2).some((one) => same(one, vertex)));
}

function replaced(coverage, vertex, change) {
  const changed = holders(coverage, vertex).map((grid) => [
    grid.code,
    withRings(grid, (ring) => {
      const i = ring.findIndex((one) => same(one, vertex));
      return i < 0 ? ring : change(ring, i);
    }),
  ]);
  return coverage.with(new Map(changed));
}
