import { get, send, whole } from '../api.js';

/** What the server is asked about what is wrong with editions. */

/** @typedef {'ERROR'|'WARNING'} Severity */

/**
 * Which findings are asked for.
 * @typedef {Object} Filter
 * @property {Severity|null} severity null for any, as the others
 * @property {string|null} kind
 * @property {string|null} level
 */

/** @param {string} edition id @param {AbortSignal} signal @returns {Promise<Object[]>} GeoJSON points; some have no geometry */
export async function findingsOf(edition, signal) {
  return (await whole(path('findings'), { edition }, signal)).features;
}

/** @param {string} edition id @param {AbortSignal} signal @returns {Promise<Object[]>} GeoJSON, with the ids of their findings */
export async function areasOf(edition, signal) {
  return (await whole(path('finding-areas'), { edition }, signal)).features;
}

/** @param {string} edition id @param {Filter} filter @returns {Promise<Blob>} CSV */
export async function findingsSheet(edition, filter) {
  const asked = Object.entries(filter).filter(([, value]) => value !== null);
  const query = new URLSearchParams({ f: 'csv', edition, ...Object.fromEntries(asked) });
  return (await send(`${path('findings')}?${query}`, {})).blob();
}

function path(collection) {
  return `ogc/collections/${collection}/items`;
}

/**
 * @typedef {Object} Repair
 * @property {string} id
 * @property {'MAKE_VALID'|'SNAP_SLIVERS'|'CLOSE_GAP'|'CUT_OVERLAP'|'REDERIVE_UPPER'} kind
 * @property {string} level
 * @property {string[]} grids codes of those that it changes
 * @property {{lon: number, lat: number}} at
 * @property {number} squareMetres
 */

/** @typedef {{code: string, before: Object, after: Object}} Change of a grid, GeoJSON MultiPolygons */

/** @param {string} edition id @param {AbortSignal} signal @returns {Promise<Repair[]>} */
export async function repairsOf(edition, signal) {
  return (await get(repairsPath(edition), signal)).repairs;
}

/** @param {string} edition id @param {string} repair id @param {AbortSignal} signal @returns {Promise<Change[]>} */
export async function changesOf(edition, repair, signal) {
  const one = await get(`${repairsPath(edition)}/${encodeURIComponent(repair)}`, signal);
  return one.changes;
}

/**
 * Makes a draft with what is repaired.
 * @param {string} edition id
 * @param {string[]} repairs ids
 * @returns {Promise<import('../api.js').Report>}
 */
export async function repair(edition, repairs) {
  const response = await send(repairsPath(edition), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ repairs }),
  });
  return response.json();
}

function repairsPath(edition) {
  return `api/v1/editions/${encodeURIComponent(edition)}/repairs`;
}
