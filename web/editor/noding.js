import { edgesOfRing, withRings } from './coverage.js';
import { TOUCHING, boxOf, key, nearest, same, wider } from './plane.js';

/** @typedef {import('./coverage.js').Coverage} Coverage */
/** @typedef {import('./coverage.js').Grid} Grid */
/** @typedef {import('./plane.js').Position} Position */

/**
 * Makes a position that lies on edges a vertex of all that have these edges.
 * @param {Coverage} coverage @param {Position} position
 * @returns {Coverage}
 */
export function settled(coverage, position) {
  const near = coverage.near(wider(boxOf([position]), TOUCHING));
  return changed(coverage, near, (grid) => onto(grid, [position]));
}

/**
 * Makes what are vertices of others on the edges of a grid vertices of it too, so that it keeps to
 * them when its edges move.
 * @param {Coverage} coverage @param {Grid} grid
 * @param {(edge: [Position, Position]) => boolean} [isMeant] which edges; all unless said
 * @returns {Coverage}
 */
export function joined(coverage, grid, isMeant = () => true) {
  const edges = grid.polygons.flat().flatMap(edgesOfRing).filter(isMeant);
  const box = wider(boxOf(edges.flat()), TOUCHING);
  const others = coverage
    .near(box)
    .filter(({ code }) => code !== grid.code)
    .flatMap(({ polygons }) => polygons.flat(2));
  return changed(coverage, [grid], () => onto(grid, within(others, box), isMeant));
}

/**
 * A grid with the positions that lie on its edges as vertices.
 * @param {Grid} grid @param {Position[]} positions
 * @param {(edge: [Position, Position]) => boolean} [isMeant]
 */
export function onto(grid, positions, isMeant = () => true) {
  const own = new Set(grid.polygons.flat(2).map(key));
  const foreign = new Map(positions.filter((one) => !own.has(key(one))).map((one) => [key(one), one]));
  return foreign.size === 0 ? grid : withRings(grid, (ring) => ontoRing(ring, [...foreign.values()], isMeant));
}

function ontoRing(ring, positions, isMeant) {
  const edges = edgesOfRing(ring);
  /** @type {Map<Position, {i: number, along: number, metres: number}>} the nearest edge of each */
  const best = new Map();
  edges.forEach((edge, i) => {
    for (const position of within(positions, wider(boxOf(edge), TOUCHING))) {
      const found = { i, ...nearest(position, ...edge) };
      if (found.metres <= (best.get(position)?.metres ?? TOUCHING)) {
        best.set(position, found);
      }
    }
  });
  const inside = [...best]
    .filter(([, { i, along }]) => along > 0 && along < 1 && isMeant(edges[i]))
    .sort(([, one], [, other]) => one.along - other.along);
  return inside.length === 0
    ? ring
    : ring.flatMap((from, at) => [from, ...inside.filter(([, { i }]) => i === at).map(([position]) => position)]);
}

/** Whether an edge ends at a position. @param {Position} position */
export function endsAt(position) {
  return ([from, to]) => same(from, position) || same(to, position);
}

function within(positions, { west, south, east, north }) {
  return positions.filter(([lon, lat]) => lon >= west && lon <= east && lat >= south && lat <= north);
}

function changed(coverage, grids, change) {
  const next = grids.map((grid) => [grid, change(grid)]).filter(([grid, other]) => grid !== other);
  return next.length === 0 ? coverage : coverage.with(new Map(next.map(([{ code }, grid]) => [code, grid])));
}
