import { get, send } from '../../api.js';

/** What planners ask the server. */

/** @typedef {import('../../api.js').Question} Question */
/** @typedef {import('./body.js').Body} Body */

/**
 * @typedef {Object} CategoryEffect what a plan changes in a category
 * @property {string} category
 * @property {string} name
 * @property {string} nameEn
 * @property {number|null} householdsBefore null, as the three that follow, where no limit is known
 * @property {number|null} householdsAfter
 * @property {number|null} gained households
 * @property {number|null} lost households
 * @property {number|null} minutesBefore median, null where most reach nothing
 * @property {number|null} minutesAfter
 */

/** @typedef {{code: string, category: string, gained: number, lost: number, shareHouseholdsBefore: number, shareHouseholdsAfter: number}} GridEffect */

/**
 * @typedef {Object} Effects
 * @property {CategoryEffect[]} categories in which anybody walks longer or shorter
 * @property {GridEffect[]} grids where households are gained or lost
 * @property {number[]} unjoined roads, counted from 0, that meet no other way
 */

/**
 * @param {Body} plan @param {Question} question
 * @param {'MICRO'|'GENERAL'|'COMMUNITY'} level of the grids
 * @param {AbortSignal} signal
 * @returns {Promise<Effects>}
 */
export function effectsOf(plan, question, level, signal) {
  const query = new URLSearchParams({ ...question, level: level.toLowerCase() });
  return posted('api/v1/circle/scenario?' + query, plan, signal);
}

/**
 * @typedef {Object} Proposal
 * @property {string} category
 * @property {number|null} capacity
 * @property {number} candidates
 * @property {number} noNetwork candidates that cannot be walked to
 * @property {number} oneIn of so many candidates one was considered
 * @property {{lon: number, lat: number, households: number}[]} sites with what each gains
 * @property {number} households
 * @property {number} householdsBefore
 * @property {number} householdsAfter
 * @property {number} upperBound that no choice of as many sites exceeds
 * @property {number} ratio of what is gained to what the bound leaves to be gained, 0 to 1
 * @property {boolean} [complete] false where time ran out before no better choice was to be found
 */

/**
 * Where further facilities would serve most, anywhere that people live.
 * @param {{category: string, sites: number, capacity?: number, seconds?: number}} wish seconds
 *     after which the best that was found is the answer; the server's usual where there are none
 * @param {Question} question @param {AbortSignal} signal
 * @returns {Promise<Proposal>}
 */
export function proposalFor(wish, question, signal) {
  const path = 'api/v1/circle/siting?' + new URLSearchParams(question);
  return posted(path, { ...wish, candidates: 'addresses' }, signal);
}

/** @typedef {{id: string, name: string, kind: string, lon: number, lat: number}} Facility */

/** @param {string} id @returns {Promise<Facility>} rejects with 404 where it is no longer in force */
export async function facilityOf(id) {
  const { geometry, properties } = await get(
    'ogc/collections/facilities/items/' + encodeURIComponent(id),
  );
  const [lon, lat] = geometry.coordinates;
  return { id, name: properties.name, kind: properties.category, lon, lat };
}

/** @param {string} code of a grid @returns {Promise<string>} its name */
export async function nameOfGrid(code) {
  return (await get('api/v1/grids/' + encodeURIComponent(code))).name;
}

async function posted(path, body, signal) {
  const headers = { 'Content-Type': 'application/json' };
  const response = await send(path, { method: 'POST', headers, body: JSON.stringify(body), signal });
  return response.json();
}
