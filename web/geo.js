/**
 * Pure geometry of the map. World units are Web Mercator with the whole world 256 wide and high,
 * x eastward, y southward: times 2^zoom they are Leaflet's pixels.
 */

export const WORLD = 256;

/** @typedef {{west: number, north: number, east: number, south: number}} Box in world units */

/**
 * A grid or facility as the map holds it, or a piece of a grid.
 * @typedef {Object} Shape
 * @property {string} id unique in its level; a grid's is its code
 * @property {string} code
 * @property {string} name
 * @property {string} level
 * @property {string|null} kind what a micro grid is made of, or a facility's category
 * @property {string|null} parentCode
 * @property {Float64Array} xy x and y in turn, world units; a point has one pair
 * @property {number[]} ends for each ring the index in xy behind it; none for a point
 * @property {Box} box
 * @property {Box|null} tile of the vector tile that this is a piece from, or the whole, and reaches
 *     four pixels beyond; null for what is whole
 * @property {{x: number, y: number, width: number}} room where a label fits and how wide
 * @property {Object|null} figures what is known of its living circle, where that is what was asked
 */

/** @param {number} lon degrees */
export function worldX(lon) {
  return ((lon + 180) / 360) * WORLD;
}

/** @param {number} lat degrees, within Web Mercator's ±85.05 */
export function worldY(lat) {
  const sine = Math.sin((lat * Math.PI) / 180);
  return (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * WORLD;
}

/** @param {number} x */
export function lonOf(x) {
  return (x / WORLD) * 360 - 180;
}

/** @param {number} y */
export function latOf(y) {
  return (Math.atan(Math.sinh(Math.PI * (1 - (2 * y) / WORLD))) * 180) / Math.PI;
}

/** @param {Box} box @returns {number[]} west, south, east, north in degrees */
export function degreesOf({ west, south, east, north }) {
  return [lonOf(west), latOf(south), lonOf(east), latOf(north)];
}

/** @param {Box} a @param {Box} b */
export function meet(a, b) {
  return a.west <= b.east && a.east >= b.west && a.north <= b.south && a.south >= b.north;
}

/**
 * Whether the point lies in the shape, by the even-odd rule over all rings. A point on the edge
 * may fall to either side: good enough to hover, the server decides what is asked.
 * @param {Shape} shape @param {number} x @param {number} y
 */
export function covers(shape, x, y) {
  const { box, xy, ends } = shape;
  if (x < box.west || x > box.east || y < box.north || y > box.south) {
    return false;
  }
  let inside = false;
  let start = 0;
  for (const end of ends) {
    for (let i = start, j = end - 2; i < end; j = i, i += 2) {
      if (
        xy[i + 1] > y !== xy[j + 1] > y &&
        x < ((xy[j] - xy[i]) * (y - xy[i + 1])) / (xy[j + 1] - xy[i + 1]) + xy[i]
      ) {
        inside = !inside;
      }
    }
    start = end;
  }
  return inside;
}

/** @param {ArrayLike<number>} xy @returns {Box} */
export function boxOf(xy) {
  const box = { west: Infinity, north: Infinity, east: -Infinity, south: -Infinity };
  for (let i = 0; i < xy.length; i += 2) {
    box.west = Math.min(box.west, xy[i]);
    box.east = Math.max(box.east, xy[i]);
    box.north = Math.min(box.north, xy[i + 1]);
    box.south = Math.max(box.south, xy[i + 1]);
  }
  return box;
}

const SCANS = [0.5, 0.35, 0.65, 0.2, 0.8];

/** @param {Box[]} boxes at least one @returns {Box} around them all */
export function around(boxes) {
  return {
    west: Math.min(...boxes.map((box) => box.west)),
    north: Math.min(...boxes.map((box) => box.north)),
    east: Math.max(...boxes.map((box) => box.east)),
    south: Math.max(...boxes.map((box) => box.south)),
  };
}

/**
 * The middle of the widest span inside a shape along a few horizontal lines.
 * @param {{xy: ArrayLike<number>, ends: number[]}[]} pieces which may lie over each other
 * @param {Box} box around them all
 */
export function widestRoom(pieces, box) {
  let best = { x: (box.west + box.east) / 2, y: (box.north + box.south) / 2, width: 0 };
  for (const part of SCANS) {
    const y = box.north + (box.south - box.north) * part;
    for (const [from, to] of joined(pieces.flatMap(({ xy, ends }) => spansAt(xy, ends, y)))) {
      const width = to - from;
      // Lines nearer the middle win unless another is clearly wider.
      if (width > best.width * 1.25) {
        best = { x: (from + to) / 2, y, width };
      }
    }
  }
  return best;
}

/** Spans that meet as one. */
function joined(spans) {
  const found = [];
  for (const [from, to] of spans.sort((a, b) => a[0] - b[0])) {
    const last = found.at(-1);
    if (last && from <= last[1]) {
      last[1] = Math.max(last[1], to);
    } else {
      found.push([from, to]);
    }
  }
  return found;
}

function spansAt(xy, ends, y) {
  const crossings = crossingsAt(xy, ends, y);
  const spans = [];
  for (let i = 0; i + 1 < crossings.length; i += 2) {
    spans.push([crossings[i], crossings[i + 1]]);
  }
  return spans;
}

function crossingsAt(xy, ends, y) {
  const crossings = [];
  let start = 0;
  for (const end of ends) {
    for (let i = start, j = end - 2; i < end; j = i, i += 2) {
      if (xy[i + 1] > y !== xy[j + 1] > y) {
        crossings.push(((xy[j] - xy[i]) * (y - xy[i + 1])) / (xy[j + 1] - xy[i + 1]) + xy[i]);
      }
    }
    start = end;
  }
  return crossings.sort((a, b) => a - b);
}

/**
 * To a tenth of a metre, which is what the hash keeps: going back asks the same again.
 * @param {number} degrees
 */
export function rounded(degrees) {
  return Number(degrees.toFixed(6));
}
