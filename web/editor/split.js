import { proposed } from './codes.js';
import { edgesOf } from './coverage.js';
import { settled } from './noding.js';
import { TOUCHING, area, covers, crossing, key, latticed, middle, nearest, same } from './plane.js';
import { Refusal } from './refusal.js';
import { keyOf, polygonsOf } from './rings.js';
import { snapped } from './snapping.js';
import { sound } from './sound.js';

/** @typedef {import('./coverage.js').Coverage} Coverage */
/** @typedef {import('./coverage.js').Grid} Grid */
/** @typedef {import('./coverage.js').Polygon} Polygon */
/** @typedef {import('./plane.js').Position} Position */
/** @typedef {import('./rings.js').Edge} Edge */

/**
 * Cuts a grid in two along a line from boundary to boundary, through holes too. The larger part
 * keeps the code; how many households either has nobody knows.
 * @param {Coverage} coverage @param {string} code
 * @param {Position[]} line its ends on the boundary or beyond it
 * @returns {{coverage: Coverage, part: string}} with the code of the new grid
 * @throws {Refusal}
 */
export function split(coverage, code, line) {
  const way = within(coverage.grid(code), line.map(latticed));
  if (way.length === 0) {
    throw new Refusal('outside', code);
  }
  const noded = way.flat().reduce(settled, coverage);
  const grid = noded.grid(code);
  if (!isTied(way, grid)) {
    throw new Refusal('ends', code);
  }
  const { large, small, rest } = parted(grid, way);
  const part = proposed(coverage, grid);
  const next = noded.with(
    new Map([
      [code, { ...grid, households: null, polygons: [...large, ...rest] }],
      [part, { ...grid, code: part, name: part, households: null, polygons: small }],
    ]),
  );
  return { coverage: sound(coverage, next), part };
}

/**
 * What of a line is inside a grid, not along its boundary.
 * @param {Grid} grid @param {Position[]} line @returns {Edge[]}
 */
function within(grid, line) {
  const onto = (position) => snapped([grid], position, TOUCHING) ?? position;
  const edges = edgesOf(grid);
  const places = line.map(onto);
  const chain = places.flatMap((from, i) =>
    i + 1 < places.length ? [from, ...met(edges, from, places[i + 1]).map(onto)] : [from],
  );
  return chain
    .slice(1)
    .map((to, i) => [chain[i], to])
    .filter(([from, to]) => !same(from, to))
    .filter((edge) => {
      const inside = middle(...edge);
      return covers(grid.polygons.flat(), inside) && snapped([grid], inside, TOUCHING) === null;
    });
}

/** Where edges and their vertices meet the way from a position to another, in its order. */
function met(edges, from, to) {
  const on = (vertex) => {
    const { along, metres } = nearest(vertex, from, to);
    return along > 0 && along < 1 && metres <= TOUCHING;
  };
  const vertices = edges.map(([vertex]) => vertex).filter(on);
  const crossings = edges.map((edge) => crossing(from, to, ...edge)).filter(Boolean);
  const along = (place) => nearest(place, from, to).along;
  return [...vertices, ...crossings].sort((a, b) => along(a) - along(b));
}

/** Whether a way ends at vertices of a grid only, wherever it does. */
function isTied(way, grid) {
  const vertices = new Set(grid.polygons.flat(2).map(key));
  const [froms, tos] = [0, 1].map((end) => new Set(way.map((edge) => key(edge[end]))));
  const once = [...froms].filter((one) => !tos.has(one)).concat([...tos].filter((one) => !froms.has(one)));
  return once.every((one) => vertices.has(one));
}

/**
 * What a grid is on either side of a way through it, and what the way does not come by.
 * @param {Grid} grid with the ends of the way as vertices @param {Edge[]} way
 * @returns {{large: Polygon[], small: Polygon[], rest: Polygon[]}}
 */
function parted(grid, way) {
  const back = way.map((edge) => edge.toReversed());
  const all = [...edgesOf(grid), ...way, ...back];
  const faces = polygonsOf(all);
  const around = (face) => edgesOf({ polygons: [face] });
  const isBounding = faces.flatMap(around).length === all.length;
  const [left, right] = [way, back].map((edges) => {
    const keys = new Set(edges.map(keyOf));
    return faces.filter((face) => around(face).some((edge) => keys.has(keyOf(edge))));
  });
  if (!isBounding || left.some((face) => right.includes(face))) {
    // It goes to a hole and no farther, back over itself, or around.
    throw new Refusal('ends', grid.code);
  }
  const [small, large] = [left, right].sort((a, b) => ground(a) - ground(b));
  return { large, small, rest: faces.filter((face) => !left.includes(face) && !right.includes(face)) };
}

function ground(polygons) {
  return polygons.flat().reduce((sum, ring) => sum + area(ring), 0);
}
