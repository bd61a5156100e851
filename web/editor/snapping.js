import { edgesOf } from './coverage.js';
import { metres, nearest } from './plane.js';

/** @typedef {import('./plane.js').Position} Position */

/**
 * The place on boundaries that is meant by one near them: a vertex where one is near enough.
 * @param {import('./coverage.js').Grid[]} grids @param {Position} position
 * @param {number} reach in metres
 * @returns {Position|null} null where no boundary is near enough
 */
export function snapped(grids, position, reach) {
  const edges = grids.flatMap(edgesOf);
  const closest = (found) => found.filter((one) => one.metres <= reach).sort((a, b) => a.metres - b.metres)[0];
  const vertex = closest(edges.map(([place]) => ({ place, metres: metres(place, position) })));
  return (vertex ?? closest(edges.map((edge) => nearest(position, ...edge))))?.place ?? null;
}
