import { get, send } from '../api.js';
import { findingsFrom } from '../check/finding.js';
import { gridOf } from './coverage.js';

/** What the editor asks the server. */

/**
 * @typedef {Object} Edits what a new draft shall have that is not as in the edition
 * @property {Object[]} added grids
 * @property {Object[]} changed grids, whole
 * @property {string[]} removed codes
 */

/** @typedef {import('../check/finding.js').Finding & {grids: string[], isNew: boolean}} Finding with codes, the one at fault first */

/**
 * The grids of an edition that meet a box, of all levels.
 * @param {string} edition id @param {import('./plane.js').Box} box
 * @returns {Promise<import('./coverage.js').Grid[]>} rejects with 400 where they are too many
 */
export async function gridsOf(edition, { west, south, east, north }) {
  const query = new URLSearchParams({ bbox: [west, south, east, north].join() });
  return (await get(`${pathOf(edition)}/grids?${query}`)).features.map(gridOf);
}

/**
 * What would be wrong.
 * @param {string} edition id @param {Edits} edits @param {AbortSignal} signal
 * @returns {Promise<Finding[]>} errors first
 */
export async function findingsOf(edition, edits, signal) {
  const { findings } = await posted(pathOf(edition) + '/edits/check', edits, signal);
  const points = findings.map((properties, id) => ({ id, properties, geometry: pointOf(properties.at) }));
  const areas = findings.map(({ area }, id) => ({ id, properties: {}, geometry: area }));
  const placed = findingsFrom(points, areas.filter(({ geometry }) => geometry));
  return placed.map((one) => ({ ...one, grids: findings[one.id].grids, isNew: findings[one.id].isNew }));
}

function pointOf(at) {
  return at && { type: 'Point', coordinates: [at.lon, at.lat] };
}

/**
 * @param {string} edition id @param {Edits} edits
 * @returns {Promise<string>} id of the new draft
 */
export async function draftOf(edition, edits) {
  return (await posted(pathOf(edition) + '/edits', edits)).edition;
}

function pathOf(edition) {
  return 'api/v1/editions/' + encodeURIComponent(edition);
}

async function posted(path, body, signal) {
  const headers = { 'Content-Type': 'application/json' };
  const response = await send(path, { method: 'POST', headers, body: JSON.stringify(body), signal });
  return response.json();
}
