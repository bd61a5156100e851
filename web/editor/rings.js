import { area, covers, key, middle, same, turn } from './plane.js';

/** @typedef {import('./plane.js').Position} Position */
/** @typedef {[Position, Position]} Edge from and to, what it bounds on its left */

/**
 * The edges without those that bound something on both sides.
 * @param {Edge[]} edges @returns {Edge[]}
 */
export function outermost(edges) {
  const all = new Set(edges.map(keyOf));
  return edges.filter(([from, to]) => !all.has(keyOf([to, from])));
}

/** @param {Edge} edge */
export function keyOf([from, to]) {
  return `${key(from)} ${key(to)}`;
}

/**
 * What edges bound that all hang together in rings and cross nowhere. Where there is one in either
 * direction, it parts two polygons.
 * @param {Edge[]} edges @returns {import('./coverage.js').Polygon[]}
 */
export function polygonsOf(edges) {
  const rings = ringsOf(edges).flatMap(simple);
  const outers = rings.filter((ring) => area(ring) > 0).sort((a, b) => area(a) - area(b));
  const polygons = outers.map((outer) => [outer]);
  for (const hole of rings.filter((ring) => area(ring) < 0)) {
    // A hole may touch the outer ring at its vertices, so the middle of an edge says where it is.
    const inside = middle(hole[0], hole[1]);
    polygons.find(([outer]) => covers([outer], inside))?.push(hole);
  }
  return polygons;
}

/** Goes along the edges, at each vertex as far left as there is a way. */
function ringsOf(edges) {
  /** @type {Map<string, Edge[]>} */
  const leaving = new Map();
  for (const edge of edges) {
    leaving.set(key(edge[0]), [...(leaving.get(key(edge[0])) ?? []), edge]);
  }
  const left = new Set(edges);
  const rings = [];
  for (const first of edges) {
    const ring = [];
    for (let edge = first; left.delete(edge); ) {
      ring.push(edge[0]);
      const ways = (leaving.get(key(edge[1])) ?? []).filter((one) => left.has(one));
      edge = ways.sort((a, b) => leftness(edge, b) - leftness(edge, a))[0] ?? edge;
    }
    if (ring.length > 2) {
      rings.push(ring);
    }
  }
  return rings;
}

/** How far left a way turns off at the end of an edge, ascending with the angle; back is no way. */
function leftness([from, at], [, to]) {
  if (same(from, to)) {
    return -Infinity;
  }
  const ahead = (at[0] - from[0]) * (to[0] - at[0]) + (at[1] - from[1]) * (to[1] - at[1]);
  return Math.atan2(turn(from, at, to), ahead);
}

/** The parts of a ring that comes to a vertex again. */
function simple(ring) {
  const parts = [];
  const way = [];
  for (const position of ring) {
    const at = way.findIndex((one) => same(one, position));
    if (at >= 0) {
      parts.push(way.splice(at + 1).concat([position]));
    } else {
      way.push(position);
    }
  }
  return [...parts, way].filter((part) => part.length > 2);
}
