import { items, tile } from '../api.js';
import { WORLD, latOf, lonOf } from '../geo.js';
import { layerOf } from '../levels.js';
import { readTile } from './mvt.js';
import { shapeOf, shapeOfPiece } from './shape.js';

/** As web maps number them. @typedef {{zoom: number, x: number, y: number}} Square */

/**
 * Fetches what is in a square of a level.
 * @param {string} level @param {Square} square
 * @param {Object<string, string>} query what the server is told beside level and place
 * @param {AbortSignal} signal
 * @returns {Promise<{shapes: import('../geo.js').Shape[], editions: string[]}>} the editions, one for
 *     each district, that they are of; none where that is not known
 */
export async function shapesIn(level, square, query, signal) {
  const { collection, dataZoom } = layerOf(level);
  if (dataZoom !== undefined) {
    const features = await items(collection, bboxOf(square), query, signal);
    return { shapes: features.map((feature) => shapeOf(feature, level)), editions: [] };
  }
  const { bytes, editions } = await tile(collection, square, query, signal);
  const { extent, pieces } = readTile(bytes);
  return { shapes: pieces.map((piece) => shapeOfPiece(piece, level, square, extent)), editions };
}

/** A little more than the square, so that lines at its edge are drawn in full. */
function bboxOf({ zoom, x, y }) {
  const side = WORLD / 2 ** zoom;
  const pad = side / 64;
  const west = lonOf(x * side - pad);
  const east = lonOf((x + 1) * side + pad);
  const north = latOf(y * side - pad);
  const south = latOf((y + 1) * side + pad);
  return [west, south, east, north].map((degrees) => +degrees.toFixed(6));
}
