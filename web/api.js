/** The only place that asks the server; used by the page and by its data worker. */

/** What went wrong, as the server said it; status 0 when there was no answer at all. */
export class Problem extends Error {
  /** @param {{status: number, type?: string, title?: string, detail?: string, parameter?: string}} body */
  constructor(body) {
    super(body.detail ?? body.title ?? `HTTP ${body.status}`);
    this.name = 'Problem';
    this.status = body.status;
    this.kind = body.type?.replace('urn:weiwang:problem:', '') ?? null;
    this.parameter = body.parameter ?? null;
  }
}

/** @typedef {{code: string, name: string}} Place */
/** @typedef {{code: string, name: string, level: string}} LevelPlace */
/** @typedef {{role: string, scope: string}} Responder */

/**
 * @typedef {Object} Lookup
 * @property {null|'EXACT'|'NOT_FOUND'|'AMBIGUOUS'} match
 * @property {null|'INSIDE'|'ON_BOUNDARY'|'OUTSIDE'|'NO_LOCATION'} outcome
 * @property {{lon: number, lat: number}|null} point WGS 84
 * @property {LevelPlace|null} responsible
 * @property {Place|null} micro
 * @property {Place|null} general
 * @property {Place|null} community
 * @property {Place|null} town
 * @property {Place|null} district
 * @property {Place|null} dedicated
 * @property {Responder[]} responders
 * @property {string|null} edition
 */

/**
 * @typedef {Object} Grid
 * @property {string} code
 * @property {string} name
 * @property {string} level
 * @property {string|null} kind
 * @property {number|null} households
 * @property {number[]} bbox west, south, east, north
 * @property {string} edition
 * @property {LevelPlace[]} parents nearest first
 * @property {LevelPlace[]} children
 * @property {Responder[]} responders
 */

/**
 * @typedef {Object} District
 * @property {string} code
 * @property {string} name
 * @property {number[]} bbox west, south, east, north
 * @property {{id: string, number: number}} edition
 * @property {Object<string, number>} counts by level
 */

const ROOT = new URL('.', import.meta.url);
const PAGE = '10000';
const ADDRESS_PAGE = '50';

/** @returns {Promise<District[]>} */
export async function districts() {
  return (await get('api/v1/districts')).districts;
}

/** @returns {Promise<{tiles: null|{url: string, attribution: string}}>} */
export function settings() {
  return get('api/v1/settings');
}

/** @type {AbortController|undefined} */
let pending;

/** Gives up the question that is still open, if any; its promise rejects with AbortError. */
export function giveUp() {
  pending?.abort();
}

function supersede() {
  giveUp();
  pending = new AbortController();
  return pending.signal;
}

/**
 * Asks which grid covers a place. Asking again, here or by `grid`, gives up the question before.
 * @param {{lon: number, lat: number, datum?: string}|{address: string}} query
 * @returns {Promise<Lookup>}
 */
export function lookup(query) {
  return get('api/v1/lookup?' + new URLSearchParams(query), supersede());
}

/** @param {string} code @returns {Promise<Grid>} */
export function grid(code) {
  return get('api/v1/grids/' + encodeURIComponent(code), supersede());
}

/**
 * @typedef {Object} GridAddresses a page
 * @property {number} total of all pages
 * @property {{text: string, households: number|null}[]} addresses
 * @property {string|null} next token of the page that follows
 */

/**
 * The stored addresses of a grid, a page at a time.
 * @param {string} code @param {string|null} token as the page before gave it
 * @returns {Promise<GridAddresses>}
 */
export function addresses(code, token) {
  const query = { limit: ADDRESS_PAGE, ...(token && { token }) };
  return get(`api/v1/grids/${encodeURIComponent(code)}/addresses?` + new URLSearchParams(query));
}

/**
 * All features of a collection that meet the box, page after page.
 * @param {string} collection
 * @param {number[]} bbox west, south, east, north in degrees
 * @param {AbortSignal} signal
 * @returns {Promise<Object[]>} GeoJSON features
 */
export async function items(collection, bbox, signal) {
  const path = `ogc/collections/${collection}/items`;
  const features = [];
  let search = '?' + new URLSearchParams({ bbox: bbox.join(','), limit: PAGE });
  while (search) {
    const page = await get(path + search, signal);
    features.push(...page.features);
    // Only the query of the link is followed: behind a proxy its host may not be ours.
    const next = page.links?.find((link) => link.rel === 'next');
    search = next ? new URL(next.href, ROOT).search : '';
  }
  return features;
}

async function get(path, signal) {
  let response;
  try {
    response = await fetch(new URL(path, ROOT), { signal });
  } catch (error) {
    throw error.name === 'AbortError' ? error : new Problem({ status: 0 });
  }
  if (!response.ok) {
    throw new Problem({ ...(await problemIn(response)), status: response.status });
  }
  return response.json();
}

function problemIn(response) {
  const type = response.headers.get('content-type') ?? '';
  return type.startsWith('application/problem+json') ? response.json() : {};
}
