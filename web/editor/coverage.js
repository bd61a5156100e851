import { area, boxOf, covers, meets } from './plane.js';

/** @typedef {import('./plane.js').Position} Position */

/** @typedef {Position[]} Ring without its first position again at the end; what it bounds lies on the left */
/** @typedef {Ring[]} Polygon the outer ring, then holes */

/**
 * @typedef {Object} Grid
 * @property {string} code
 * @property {'COMMUNITY'|'GENERAL'|'MICRO'|'DEDICATED'} level
 * @property {string} name
 * @property {string|null} kind
 * @property {string|null} parentCode
 * @property {number|null} households
 * @property {Polygon[]} polygons
 */

/** Grids by code; null where there is none any more. @typedef {Map<string, Grid|null>} Outcome */

/** The levels that are drawn; those above are the unions of what is below. */
export const DRAWN = ['MICRO', 'DEDICATED'];

/** @type {WeakMap<Grid, import('./plane.js').Box>} */
const boxes = new WeakMap();

/** @param {Grid} grid */
export function boxOfGrid(grid) {
  if (!boxes.has(grid)) {
    boxes.set(grid, boxOf(grid.polygons.map(([outer]) => outer).flat()));
  }
  return boxes.get(grid);
}

/**
 * The grids at hand, by code. Never changes. A vertex is its position: what is equal as numbers in
 * several grids is one.
 */
export class Coverage {
  /** @type {Map<string, Grid>} */
  #grids;

  /** @param {Map<string, Grid>} [grids] */
  constructor(grids = new Map()) {
    this.#grids = grids;
  }

  /** @param {Outcome} outcome */
  with(outcome) {
    const grids = new Map(this.#grids);
    for (const [code, grid] of outcome) {
      if (grid) {
        grids.set(code, grid);
      } else {
        grids.delete(code);
      }
    }
    return new Coverage(grids);
  }

  /** What makes an earlier coverage this one. @param {Coverage} earlier @returns {Outcome} */
  since(earlier) {
    const codes = new Set([...earlier.#grids.keys(), ...this.#grids.keys()]);
    const others = [...codes].filter((code) => this.grid(code) !== earlier.grid(code));
    return new Map(others.map((code) => [code, this.grid(code)]));
  }

  /** @param {string|null} code @returns {Grid|null} */
  grid(code) {
    return this.#grids.get(code) ?? null;
  }

  /** @param {...string} levels @returns {Grid[]} */
  ofLevel(...levels) {
    return [...this.#grids.values()].filter(({ level }) => levels.includes(level));
  }

  /** Those that are drawn and whose boxes meet a box. @param {import('./plane.js').Box} box */
  near(box) {
    return this.ofLevel(...DRAWN).filter((grid) => meets(boxOfGrid(grid), box));
  }

  /** Those at a position, dedicated grids first. @param {Position} position */
  at(position) {
    return this.near(boxOf([position]))
      .filter(({ polygons }) => covers(polygons.flat(), position))
      .sort((a, b) => DRAWN.indexOf(b.level) - DRAWN.indexOf(a.level));
  }
}

/** @param {Grid} grid @returns {[Position, Position][]} from and to, the grid on the left */
export function edgesOf({ polygons }) {
  return polygons.flat().flatMap(edgesOfRing);
}

/** @param {Ring} ring @returns {[Position, Position][]} */
export function edgesOfRing(ring) {
  return ring.map((from, i) => [from, ring[(i + 1) % ring.length]]);
}

/** @param {Grid} grid @param {(ring: Ring) => Ring} change @returns {Grid} the same where no ring is another */
export function withRings(grid, change) {
  let isOther = false;
  const polygons = grid.polygons.map((polygon) =>
    polygon.map((ring) => {
      const next = change(ring);
      isOther ||= next !== ring;
      return next;
    }),
  );
  return isOther ? { ...grid, polygons } : grid;
}

/** @param {Object} feature GeoJSON, as the server has it @returns {Grid} */
export function gridOf({ id, properties, geometry }) {
  const { level, name, kind, parentCode, households } = properties;
  return {
    code: String(id),
    level,
    name,
    kind: kind ?? null,
    parentCode: parentCode ?? null,
    households: households ?? null,
    polygons: geometry.coordinates.map((rings) =>
      rings.map((ring, i) => wound(ring.slice(0, -1), i === 0)),
    ),
  };
}

function wound(ring, isOuter) {
  return area(ring) > 0 === isOuter ? ring : ring.reverse();
}

/** @param {Grid} grid @returns {Object} as the server takes it */
export function bodyOf({ polygons, ...facts }) {
  const coordinates = polygons.map((rings) => rings.map((ring) => [...ring, ring[0]]));
  return { ...facts, geometry: { type: 'MultiPolygon', coordinates } };
}
