import { edgesOf } from './coverage.js';
import { TOUCHING, area, boxOf, key, same, touch, width } from './plane.js';
import { Refusal } from './refusal.js';

/** @typedef {import('./coverage.js').Coverage} Coverage */

/**
 * A coverage as it is, if the boundaries of all grids that are others than before bound something.
 * @param {Coverage} before @param {Coverage} coverage @returns {Coverage}
 * @throws {Refusal} naming the first that has not
 */
export function sound(before, coverage) {
  for (const grid of coverage.since(before).values()) {
    const reason = grid && faultOf(grid);
    if (reason) {
      throw new Refusal(reason, grid.code);
    }
  }
  return coverage;
}

/** @param {import('./coverage.js').Grid} grid @returns {'small'|'crossing'|null} */
export function faultOf(grid) {
  const { polygons } = grid;
  if (polygons.flat().some((ring) => ring.length < 3 || width(ring) < TOUCHING)) {
    return 'small';
  }
  if (polygons.some((rings) => rings.some((ring, i) => area(ring) > 0 !== (i === 0)))) {
    // A ring that is turned inside out has crossed itself on the way.
    return 'crossing';
  }
  if (polygons.flat().some((ring) => new Set(ring.map(key)).size < ring.length)) {
    return 'crossing';
  }
  return cross(edgesOf(grid)) ? 'crossing' : null;
}

/** Whether any two edges meet elsewhere than at vertices that both have. */
function cross(edges) {
  const sorted = edges
    .map((edge) => ({ edge, ...boxOf(edge) }))
    .sort((one, other) => one.west - other.west);
  for (let i = 0; i < sorted.length; i++) {
    const { edge, east, south, north } = sorted[i];
    for (let j = i + 1; j < sorted.length && sorted[j].west <= east; j++) {
      if (sorted[j].south <= north && sorted[j].north >= south && collide(edge, sorted[j].edge)) {
        return true;
      }
    }
  }
  return false;
}

function collide([a, b], [c, d]) {
  if (!touch(a, b, c, d)) {
    return false;
  }
  const shared = [a, b].filter((one) => same(one, c) || same(one, d));
  if (shared.length !== 1) {
    return true;
  }
  // With one end in common they may not go the same way.
  const mine = shared[0] === a ? b : a;
  const other = same(shared[0], c) ? d : c;
  return touch(mine, mine, c, d) || touch(other, other, a, b);
}
