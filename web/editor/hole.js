import { boxOfGrid, edgesOf } from './coverage.js';
import { common, united } from './merge.js';
import { joined, onto, settled } from './noding.js';
import { TOUCHING, boxOf, covers, crossing, middle, wider } from './plane.js';
import { Refusal } from './refusal.js';
import { keyOf, polygonsOf } from './rings.js';
import { faultOf, sound } from './sound.js';

/** @typedef {import('./coverage.js').Coverage} Coverage */
/** @typedef {import('./coverage.js').Grid} Grid */

/**
 * Puts a dedicated grid in the place of what micro grids have of its ground. Those of which
 * nothing is left are gone.
 * @param {Coverage} coverage @param {Grid} grid in the coverage or not
 * @returns {Coverage}
 * @throws {Refusal}
 */
export function cut(coverage, grid) {
  const fault = faultOf(grid);
  if (fault) {
    throw new Refusal(fault, grid.code);
  }
  const noded = crossed(coverage.with(new Map([[grid.code, grid]])), grid.code);
  const hole = noded.grid(grid.code);
  const left = beneath(noded, hole)
    .map((micro) => [micro, without(micro, hole)])
    .filter(([, polygons]) => polygons !== null)
    .map(([micro, polygons]) => [micro.code, polygons.length > 0 ? { ...micro, polygons } : null]);
  return sound(coverage, noded.with(new Map(left)));
}

/**
 * Gives the ground of a dedicated grid to the micro grid that it has most boundary with, and does
 * without it; one that is no hole lies over micro grids anyway.
 * @param {Coverage} coverage @param {string} code @returns {Coverage}
 * @throws {Refusal}
 */
export function filled(coverage, code) {
  const [most] = beneath(coverage, coverage.grid(code))
    .map((micro) => ({ micro, edges: common(coverage, micro.code, code) }))
    .filter(({ edges }) => edges > 0)
    .sort((a, b) => b.edges - a.edges);
  const next = new Map([[code, null]]);
  if (most) {
    next.set(most.micro.code, { ...most.micro, polygons: united(coverage, most.micro.code, code) });
  }
  return sound(coverage, coverage.with(next));
}

function beneath(coverage, hole) {
  return coverage
    .near(wider(boxOfGrid(hole), TOUCHING))
    .filter(({ level, code }) => level === 'MICRO' && code !== hole.code);
}

/** With vertices wherever the boundary of a grid crosses or touches another. */
function crossed(coverage, code) {
  let next = coverage;
  for (const vertex of next.grid(code).polygons.flat(2)) {
    next = settled(next, vertex);
  }
  next = joined(next, next.grid(code));
  const mine = edgesOf(next.grid(code));
  const theirs = next
    .near(boxOf(mine.flat()))
    .filter((grid) => grid.code !== code)
    .flatMap(edgesOf);
  const crossings = theirs
    .flatMap((edge) => mine.map((own) => crossing(...own, ...edge)))
    .filter(Boolean);
  next = crossings.reduce(settled, next);
  return next.with(new Map([[code, onto(next.grid(code), crossings)]]));
}

/** What is left of a micro grid beside a hole; null where they have no ground in common. */
function without(micro, hole) {
  const edges = edgesOf(micro);
  const around = edgesOf(hole);
  const own = new Set(edges.map(keyOf));
  const forth = new Set(around.map(keyOf));
  const back = new Set(around.map(([from, to]) => keyOf([to, from])));
  const rim = edges.filter(
    (edge) => !forth.has(keyOf(edge)) && (back.has(keyOf(edge)) || !covers(hole.polygons.flat(), middle(...edge))),
  );
  const shore = around
    .map(([from, to]) => [to, from])
    .filter((edge) => !own.has(keyOf(edge)) && !own.has(keyOf(edge.toReversed())))
    .filter((edge) => covers(micro.polygons.flat(), middle(...edge)));
  return shore.length === 0 && rim.length === edges.length ? null : polygonsOf([...rim, ...shore]);
}
