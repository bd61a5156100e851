/**
 * What the map can show, from the bottom up.
 * @typedef {Object} Layer
 * @property {string} level
 * @property {string} collection the name of its features on the server
 * @property {number} from the zoom from which it is drawn
 * @property {[number, number]} labels the zooms, first and last, at which it is labelled
 * @property {number} [dataZoom] the zoom of the squares that its features are fetched in, whole; a
 *     layer without one is drawn from vector tiles, which have features in pieces
 * @property {boolean} [extra] shown only when switched on: it is asked of the database, and the map
 *     shall be drawn without
 */

/** @type {Layer[]} */
export const LAYERS = [
  { level: 'COMMUNITY', collection: 'community-grids', from: 9, labels: [10, 14] },
  { level: 'GENERAL', collection: 'general-grids', from: 12, labels: [14, 14] },
  { level: 'MICRO', collection: 'micro-grids', from: 13, labels: [15, 19] },
  { level: 'DEDICATED', collection: 'dedicated-grids', from: 13, labels: [15, 19] },
  { level: 'FACILITY', collection: 'facilities', from: 17, labels: [17, 19], dataZoom: 13 },
  {
    level: 'OUTSIDE',
    collection: 'outside-addresses',
    from: 13,
    labels: [18, 19],
    dataZoom: 13,
    extra: true,
  },
];

/** What colours the map by the living circle; `of` is the level of its grids. */
export const CIRCLE_LAYERS = [
  { level: 'CIRCLE_MICRO', of: 'MICRO', collection: 'circle-micro', from: 11, dataZoom: 12 },
  { level: 'CIRCLE_GENERAL', of: 'GENERAL', collection: 'circle-general', from: 10, dataZoom: 11 },
  { level: 'CIRCLE_COMMUNITY', of: 'COMMUNITY', collection: 'circle-community', from: 9, dataZoom: 10 },
];

/** The last zoom that there are vector tiles for; they are fine enough for those beyond. */
const LAST_TILES = 16;

/**
 * The zoom of the squares that a level is fetched in.
 * @param {string} level @param {number} zoom of the map
 */
export function squareZoom(level, zoom) {
  return layerOf(level).dataZoom ?? Math.min(zoom, LAST_TILES);
}

/** What is drawn as a mark rather than as an area. */
export const POINTS = ['OUTSIDE', 'FACILITY'];

/** The levels that are off unless they are switched on. */
export const EXTRAS = LAYERS.filter((layer) => layer.extra).map((layer) => layer.level);

/** The levels that can be asked for as grids. */
export const GRID_LEVELS = ['COMMUNITY', 'GENERAL', 'MICRO', 'DEDICATED'];

/** @param {string} level @returns {Layer} */
export function layerOf(level) {
  return [...LAYERS, ...CIRCLE_LAYERS].find((layer) => layer.level === level);
}

/** @param {number} zoom @param {Set<string>} off levels that are switched off */
export function layersAt(zoom, off) {
  return LAYERS.filter((layer) => zoom >= layer.from && !off.has(layer.level));
}
