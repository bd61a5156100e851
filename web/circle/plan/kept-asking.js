import { get, send } from '../../api.js';

/** What planners ask the server about the plans that it keeps. */

const PATH = 'api/v1/circle/scenarios';
const JSON_BODY = { 'Content-Type': 'application/json' };

/** @typedef {import('../../api.js').Question} Question */

/**
 * @typedef {Object} Summary of a plan that is kept
 * @property {number} id
 * @property {string} name
 * @property {string} note
 * @property {string} standard
 * @property {string} profile
 * @property {'TIME'|'DISTANCE'} rule
 * @property {string} changedBy
 * @property {string} changedAt ISO 8601; by which a version of it is known
 * @property {number} added
 * @property {number} moved
 * @property {number} closed
 * @property {number} roads
 */

/** @typedef {Omit<Summary, 'added'|'moved'|'closed'|'roads'> & {plan: import('./body.js').Body}} Scenario */

/** @param {AbortSignal} signal @returns {Promise<Summary[]>} the one changed last first */
export async function scenarios(signal) {
  return (await get(PATH, signal)).scenarios;
}

/** @param {number} id @param {AbortSignal} signal @returns {Promise<Scenario>} */
export function scenario(id, signal) {
  return get(`${PATH}/${id}`, signal);
}

/**
 * @param {{name: string, note: string} & import('./body.js').Body} body
 * @param {Question} question
 * @returns {Promise<Scenario>} rejects with 409 where another has the name
 */
export async function keep(body, question) {
  return (await sent('POST', `${PATH}?` + new URLSearchParams(question), body)).json();
}

/**
 * Puts another in the place of what was read.
 * @param {{id: number, changedAt: string}} read @param {Object} body as `keep` @param {Question} question
 * @returns {Promise<Scenario>} rejects with 409 where somebody changed it since
 */
export async function replace({ id, changedAt }, body, question) {
  const path = `${PATH}/${id}?` + new URLSearchParams(question);
  return (await sent('PUT', path, { ...body, replaces: changedAt })).json();
}

/** @param {{id: number, changedAt: string}} read */
export async function drop({ id, changedAt }) {
  await send(`${PATH}/${id}?` + new URLSearchParams({ replaces: changedAt }), { method: 'DELETE' });
}

/**
 * @typedef {Object} Compared
 * @property {{id: number, name: string, unjoined: number[]}[]} scenarios
 * @property {{category: string, name: string, nameEn: string, householdsBefore: number|null, minutesBefore: number|null, scenarios: {id: number, householdsAfter: number|null, gained: number|null, lost: number|null, minutesAfter: number|null}[]}[]} categories
 */

/** @param {number[]} ids @param {Question} question @param {string} level @param {AbortSignal} signal @returns {Promise<Compared>} */
export function compared(ids, question, level, signal) {
  return get(`${PATH}/compare?${comparing(ids, question, level)}`, signal);
}

/**
 * @param {number[]} ids @param {Question} question @param {string} level @param {AbortSignal} signal
 * @returns {Promise<Blob>} a spreadsheet
 */
export function comparedSheet(ids, question, level, signal) {
  return blob(`${PATH}/compare?${comparing(ids, question, level)}&format=csv`, signal);
}

/**
 * @param {number} id @param {string} level @param {AbortSignal} signal
 * @returns {Promise<Blob>} a row for each grid and category
 */
export function effectsSheet(id, level, signal) {
  return blob(`${PATH}/${id}/effects?level=${level.toLowerCase()}&format=csv`, signal);
}

/** @param {number} id @param {AbortSignal} signal @returns {Promise<Blob>} GeoJSON */
export function planFile(id, signal) {
  return blob(`${PATH}/${id}/plan.geojson`, signal);
}

function comparing(ids, question, level) {
  return new URLSearchParams({ ids: ids.join(), level: level.toLowerCase(), ...question });
}

async function blob(path, signal) {
  return (await send(path, { signal })).blob();
}

function sent(method, path, body) {
  return send(path, { method, headers: JSON_BODY, body: JSON.stringify(body) });
}
