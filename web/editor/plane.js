/**
 * Pure geometry of boundaries. Positions are stored on a lattice of 2^-30 degree, a tenth of a
 * millimetre, on which `turn` is exact.
 */

/** @typedef {readonly [number, number]} Position longitude and latitude, degrees WGS 84 */

/** @typedef {{west: number, south: number, east: number, north: number}} Box degrees */

const LATTICE = 2 ** 30;

/** Metres in a degree of latitude. */
const DEGREE = 111_195;

/** How far from an edge a vertex is still on it, in metres: what surveyed boundaries are good for. */
export const TOUCHING = 0.05;

/** Equal for what is equal as numbers. @param {Position} position */
export function key([lon, lat]) {
  return `${lon},${lat}`;
}

/** @param {Position} a @param {Position} b */
export function same(a, b) {
  return a[0] === b[0] && a[1] === b[1];
}

/** On the lattice. @param {Position} position @returns {Position} */
export function latticed([lon, lat]) {
  return [Math.round(lon * LATTICE) / LATTICE, Math.round(lat * LATTICE) / LATTICE];
}

/** Above 0 where c lies left of the way from a to b, 0 on their line. */
export function turn(a, b, c) {
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
}

/** @param {Position} a @param {Position} b @returns {number} metres */
export function metres(a, b) {
  return Math.hypot((b[0] - a[0]) * narrowing(a), b[1] - a[1]) * DEGREE;
}

/** A degree of longitude as a part of one of latitude. */
function narrowing([, lat]) {
  return Math.cos((lat * Math.PI) / 180);
}

/**
 * The place of an edge that is nearest to a position.
 * @param {Position} position @param {Position} a @param {Position} b
 * @returns {{place: Position, along: number, metres: number}} along is 0 at a and 1 at b
 */
export function nearest(position, a, b) {
  const squeeze = narrowing(a);
  const [dx, dy] = [(b[0] - a[0]) * squeeze, b[1] - a[1]];
  const [ex, ey] = [(position[0] - a[0]) * squeeze, position[1] - a[1]];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, (ex * dx + ey * dy) / length));
  const place =
    along === 0 ? a : along === 1 ? b : latticed([a[0] + (b[0] - a[0]) * along, a[1] + (b[1] - a[1]) * along]);
  return { place, along, metres: metres(position, place) };
}

/**
 * Where two edges cross, both of which go on beyond that place.
 * @returns {Position|null}
 */
export function crossing(a, b, c, d) {
  const [ta, tb] = [turn(c, d, a), turn(c, d, b)];
  const [tc, td] = [turn(a, b, c), turn(a, b, d)];
  if (ta * tb >= 0 || tc * td >= 0) {
    return null;
  }
  const along = ta / (ta - tb);
  return latticed([a[0] + (b[0] - a[0]) * along, a[1] + (b[1] - a[1]) * along]);
}

/** Whether two edges have a position in common. */
export function touch(a, b, c, d) {
  if (!meets(boxOf([a, b]), boxOf([c, d]))) {
    return false;
  }
  const apart = (one, other) => (one > 0 && other > 0) || (one < 0 && other < 0);
  return !apart(turn(c, d, a), turn(c, d, b)) && !apart(turn(a, b, c), turn(a, b, d));
}

/** @param {Position[]} ring @returns {number} in square degrees, above 0 counter-clockwise */
export function area(ring) {
  // Relative to a corner, so that small rings keep their digits.
  const [origin] = ring;
  let sum = 0;
  for (let i = 1; i + 1 < ring.length; i++) {
    sum += turn(origin, ring[i], ring[i + 1]);
  }
  return sum / 2;
}

/** How wide what a ring bounds is, in metres, if it were as wide everywhere. @param {Position[]} ring */
export function width(ring) {
  const length = ring.reduce((sum, from, i) => sum + metres(from, ring[(i + 1) % ring.length]), 0);
  return (2 * Math.abs(area(ring)) * narrowing(ring[0]) * DEGREE ** 2) / length;
}

/**
 * By the even-odd rule over all rings; on the edge it may be either.
 * @param {Position[][]} rings @param {Position} position
 */
export function covers(rings, [x, y]) {
  let inside = false;
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [a, b] = [ring[i], ring[j]];
      if (a[1] > y !== b[1] > y && x < ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]) + a[0]) {
        inside = !inside;
      }
    }
  }
  return inside;
}

/** @param {Position} a @param {Position} b @returns {Position} not on the lattice */
export function middle(a, b) {
  return [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
}

/** @param {Position[]} positions @returns {Box} */
export function boxOf(positions) {
  const box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
  for (const [lon, lat] of positions) {
    box.west = Math.min(box.west, lon);
    box.east = Math.max(box.east, lon);
    box.south = Math.min(box.south, lat);
    box.north = Math.max(box.north, lat);
  }
  return box;
}

/** A box wider by so many metres on each side. @param {Box} box @param {number} by */
export function wider({ west, south, east, north }, by) {
  const high = by / DEGREE;
  const wide = high / narrowing([west, south]);
  return { west: west - wide, south: south - high, east: east + wide, north: north + high };
}

/** @param {Box} a @param {Box} b */
export function meets(a, b) {
  return a.west <= b.east && a.east >= b.west && a.south <= b.north && a.north >= b.south;
}

/** @param {Box} outer @param {Box} inner */
export function holds(outer, inner) {
  return (
    outer.west <= inner.west &&
    outer.east >= inner.east &&
    outer.south <= inner.south &&
    outer.north >= inner.north
  );
}
