/** The only place that asks the server; used by the page and by its data worker. */

/** What went wrong, as the server said it; status 0 when there was no answer at all. */
export class Problem extends Error {
  /** @param {{status: number, type?: string, title?: string, detail?: string, parameter?: string, member?: string, faults?: string[], faultCount?: number, inForce?: string|null, retryAfter?: number|null}} body */
  constructor(body) {
    super(body.detail ?? body.title ?? `HTTP ${body.status}`);
    this.name = 'Problem';
    this.status = body.status;
    this.kind = body.type?.replace('urn:weiwang:problem:', '') ?? null;
    this.parameter = body.parameter ?? null;
    /** @type {string|null} the path of what is at fault in the body that was sent */
    this.member = body.member ?? null;
    /** @type {string[]} what was found wrong, where it is more than one thing */
    this.faults = body.faults ?? [];
    this.faultCount = body.faultCount ?? this.faults.length;
    /** @type {string|null|undefined} id of the edition in force, where another was taken to be */
    this.inForce = body.inForce;
    /** @type {number|null} seconds until asking again is worth while, where the server says so */
    this.retryAfter = body.retryAfter ?? null;
  }
}

/** @typedef {{code: string, name: string}} Place */
/** @typedef {{code: string, name: string, level: string}} LevelPlace */
/** @typedef {{role: string, scope: string, contact?: string|null}} Responder contact: for dispatchers */

/**
 * @typedef {Object} Lookup
 * @property {null|'EXACT'|'CORRECTED'|'PARTIAL'|'AMBIGUOUS'|'NOT_FOUND'} match null for a point
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
 * @property {{level: string, code: string, name: string, metres: number}[]|null} nearby grids
 *     whose outlines are close, the nearest first
 * @property {string|null} [address] the stored text of the one that may be meant
 * @property {string|null} [normalized] what was understood
 * @property {number} [score] 0 to 1
 * @property {{kind: string, value: string, text: string, from: number, to: number, state: 'VALID'|'CORRECTED'|'INVALID'|'UNCHECKED'}[]} [elements]
 * @property {{code: string, kind: string, text: string, instead: string|null}[]} [faults]
 * @property {Candidate[]} [candidates] that may be meant, and then others
 * @property {number} [total] how many may be meant
 * @property {boolean|null} [oneGrid] whether these are all in the same grids
 */

/**
 * @typedef {Object} Candidate
 * @property {string} text
 * @property {{lon: number, lat: number}|null} point
 * @property {Place} district
 * @property {LevelPlace|null} responsible
 * @property {boolean} meant
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

/**
 * @typedef {Object} Credential
 * @property {() => Promise<string|null>} bearer the token for a request that is about to be sent;
 *     null when it has ended
 * @property {(refused: string) => Promise<string|null>} next the one after a token that the server
 *     says is not good; null when there is none
 * @property {() => void} over called when the server says that the next one is not good either
 */

/** @type {Credential|null} */
let credential = null;

/** @param {Credential|null} next what requests carry from now on; null for nothing */
export function authorise(next) {
  credential = next;
}

/**
 * @param {string} [token] to be asked about, instead of what requests carry
 * @returns {Promise<{name: string|null, role: string}>} who the server takes us for
 */
export async function me(token) {
  const path = 'api/v1/me';
  return token ? (await good(await ask(path, { headers: bearing(token) }))).json() : get(path);
}

/** @param {AbortSignal} [signal] @returns {Promise<District[]>} */
export async function districts(signal) {
  return (await get('api/v1/districts', signal)).districts;
}

/**
 * @typedef {Object} Settings
 * @property {null|{url: string, attribution: string}} tiles
 * @property {null|SignIn} signIn
 * @property {boolean} circle whether the server has the living circle
 */

/**
 * Where users sign in who have no token of the server's own.
 * @typedef {Object} SignIn
 * @property {string} issuer address of an OpenID provider
 * @property {string} client as which it knows the page
 * @property {string} scope
 * @property {string} roleClaim where its tokens must say what a user may do
 */

/** @returns {Promise<Settings>} */
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

/** @typedef {string|null} Time ISO 8601; null for now */

/**
 * Asks which grid covers a place. Asking again, here or by `grid`, gives up the question before.
 * @param {{lon: number, lat: number, datum?: string}|{address: string, datum?: string}} query
 * @param {Time} time of which the answer shall be
 * @returns {Promise<Lookup>}
 */
export function lookup(query, time) {
  const all = { ...query, nearby: 'true', ...asOf(time) };
  return get('api/v1/lookup?' + new URLSearchParams(all), supersede());
}

/** @param {string} code @param {Time} time @returns {Promise<Grid>} */
export function grid(code, time) {
  const path = 'api/v1/grids/' + encodeURIComponent(code);
  return get(time ? `${path}?${new URLSearchParams(asOf(time))}` : path, supersede());
}

/** What a query says of the time. @param {Time} time @returns {Object<string, string>} */
export function asOf(time) {
  return time ? { datetime: time } : {};
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
 * @param {Object<string, string>} query what else is asked
 * @param {AbortSignal} signal
 * @returns {Promise<Object[]>} GeoJSON features
 */
export async function items(collection, bbox, query, signal) {
  const path = `ogc/collections/${collection}/items`;
  return (await whole(path, { bbox: bbox.join(','), ...query }, signal)).features;
}

/**
 * A grid as a GeoJSON feature, whole.
 * @param {string} collection @param {string} code
 * @param {Object<string, string>} query what else is asked
 * @param {AbortSignal} signal
 * @returns {Promise<Object>}
 */
export function item(collection, code, query, signal) {
  const path = `ogc/collections/${collection}/items/${encodeURIComponent(code)}?`;
  return get(path + new URLSearchParams(query), signal);
}

/**
 * A vector tile of a collection.
 * @param {string} collection
 * @param {import('./grids/squares.js').Square} square
 * @param {Object<string, string>} query what else is asked
 * @param {AbortSignal} signal
 * @returns {Promise<{bytes: Uint8Array, editions: string[]}>} no bytes where there is nothing; ids of
 *     the editions that it is of
 */
export async function tile(collection, { zoom, x, y }, query, signal) {
  const path = `ogc/collections/${collection}/tiles/WebMercatorQuad/${zoom}/${y}/${x}?`;
  const answer = await send(path + new URLSearchParams(query), { signal });
  const editions = answer.headers.get('Weiwang-Editions')?.split(',') ?? [];
  return { bytes: new Uint8Array(await answer.arrayBuffer()), editions: editions.filter(Boolean) };
}

/**
 * All features of a collection, page after page.
 * @param {string} path of its items
 * @param {Object<string, string>} query
 * @param {AbortSignal} signal
 * @returns {Promise<Object>} the first page with the features of all that follow
 */
export async function whole(path, query, signal) {
  const first = await get(path + '?' + new URLSearchParams({ ...query, limit: PAGE }), signal);
  const features = [];
  for (let page = first; page; ) {
    features.push(...page.features);
    // Only the query of the link is followed: behind a proxy its host may not be ours.
    const next = page.links?.find((link) => link.rel === 'next');
    page = next && (await get(path + new URL(next.href, ROOT).search, signal));
  }
  return { ...first, features };
}

/**
 * A number of a standard and how far it is known; the value is null where it is OPEN.
 * @typedef {{value: number|null, status: 'READ'|'SECOND_HAND'|'RECALLED'|'OPEN', source: string}} Figure
 */

/**
 * @typedef {Object} Category of a standard
 * @property {string} id
 * @property {string} name
 * @property {string} nameEn
 * @property {string[]} facilities what counts, as facilities' data say it
 * @property {Figure} minutes
 * @property {Figure} metres
 */

/** @typedef {{id: string, name: string, nameEn: string, metresPerMinute: Figure, takesSteps: boolean}} Walker */

/**
 * @typedef {Object} Standard of the living circle
 * @property {string} id
 * @property {string} version
 * @property {string} name
 * @property {string} nameEn
 * @property {'TIME'|'DISTANCE'} rule its own
 * @property {Walker[]} walkers the usual one first
 * @property {Category[]} categories
 */

/** By which standard, for whom and by which rule. @typedef {{standard: string, profile: string, rule: string}} Question */

/** @param {AbortSignal} signal @returns {Promise<Standard[]>} the usual one first */
export async function circleStandards(signal) {
  return (await get('api/v1/circle/standards', signal)).standards;
}

/**
 * @typedef {Object} CircleEntry how the homes of a grid reach a category
 * @property {string} category
 * @property {string} name
 * @property {string} nameEn
 * @property {number|null} minutes median, null where most reach nothing
 * @property {number|null} minutes90
 * @property {string|null} nearest
 * @property {number|null} shareHouseholds 0 to 1
 * @property {number|null} shareAddresses 0 to 1
 * @property {number|null} shareArea 0 to 1
 * @property {number|null} within
 * @property {number|null} [limitMinutes]
 * @property {number|null} [limitMetres]
 * @property {string} figureStatus
 */

/**
 * @typedef {Object} CircleOfGrid
 * @property {string} grid code
 * @property {string} level
 * @property {string} edition
 * @property {string[]} editions that the living circle was computed from
 * @property {Object} data versions of the data sets that it was computed from
 * @property {number} households
 * @property {number} addresses
 * @property {number} noNetwork
 * @property {CircleEntry[]} categories
 * @property {number|null} score 0 to 100
 * @property {string} scoreFormula
 * @property {{category: string, worstTenthMinutes: number|null, gini: number|null}[]} [equity] of a
 *     district
 */

/** @param {string} code @param {Question} question @param {AbortSignal} signal @returns {Promise<CircleOfGrid>} */
export function circleOf(code, question, signal) {
  return get('api/v1/circle?' + new URLSearchParams({ grid: code, ...question }), signal);
}

/**
 * The homes that a category does not serve, all of them, page after page.
 * @param {string} category id @param {Question} question @param {AbortSignal} signal
 * @returns {Promise<{addresses: number, households: number, features: Object[]}>}
 */
export function unserved(category, question, signal) {
  return whole('api/v1/circle/unserved', { category, ...question }, signal);
}

/**
 * Has the server compute what is missing of a circle's layer.
 * @param {string} collection @param {Question} question @param {AbortSignal} signal
 * @returns {Promise<string[]>} ids of the editions that it is of
 */
export async function circleReady(collection, question, signal) {
  const query = new URLSearchParams({ limit: '1', ...question });
  const { headers } = await send(`ogc/collections/${collection}/items?` + query, { signal });
  return headers.get('Weiwang-Editions').split(',').filter(Boolean);
}

/**
 * All grids of a circle's layer with their figures, as a spreadsheet.
 * @param {string} collection @param {Question} question @param {AbortSignal} signal
 * @returns {Promise<Blob>}
 */
export async function circleSheet(collection, question, signal) {
  const query = new URLSearchParams({ f: 'csv', ...question });
  return (await send(`ogc/collections/${collection}/items?` + query, { signal })).blob();
}

/**
 * How far one walks from a point.
 * @param {{lon: number, lat: number}} point WGS 84
 * @param {{standard: string, profile: string}} walker
 * @param {AbortSignal} signal
 * @returns {Promise<{profile: string, speed: number, features: Object[]}>} an area for 5, 10 and 15
 *     minutes each, ascending; speed in metres a second
 */
export function isochrone({ lon, lat }, { standard, profile }, signal) {
  const query = { lon, lat, minutes: '5,10,15', standard, profile };
  return get('api/v1/isochrone?' + new URLSearchParams(query), signal);
}

/**
 * @typedef {Object} Edition
 * @property {string} id
 * @property {string} district code
 * @property {string} districtName
 * @property {number} number
 * @property {'DRAFT'|'SEALED'|'PUBLISHED'|'RETIRED'} state
 * @property {string} createdAt ISO 8601, as all times
 * @property {string|null} effectiveFrom
 * @property {string|null} publishedAt
 * @property {string} [publishedBy] for planners
 * @property {string[]} [scheduled] from when on it is to be in force, for planners
 * @property {Object<string, number>} grids by level
 * @property {{effectiveFrom: string, publishedAt: string, publishedBy?: string}[]} [publications]
 * @property {Report} [report] for planners
 * @property {Findings} [findings] with its details, where it was ever checked
 */

/** How much is wrong. @typedef {{errors: number, warnings: number, checkedAt?: string}} Findings */

/**
 * @typedef {Object} Report of an import
 * @property {string} edition id
 * @property {LayerReport[]} layers
 * @property {null|{inside: number, onBoundary: number, outside: number, noLocation: number}} placed
 * @property {string[]} ignored names of files
 * @property {Findings|null} [findings] null where no grids came
 */

/**
 * @typedef {Object} LayerReport
 * @property {string} layer
 * @property {string} file
 * @property {number} read
 * @property {number} written
 * @property {number} rejected
 * @property {{line: number, reason: string}[]} rejections
 */

/** @returns {Promise<Edition[]>} */
export async function editions() {
  return (await get('api/v1/editions')).editions;
}

/** @param {string} id @param {AbortSignal} [signal] @returns {Promise<Edition>} with its publications and its report */
export function edition(id, signal) {
  return get(editionPath(id), signal);
}

/**
 * @param {string} id @param {Time} effectiveFrom
 * @param {string|null} replaces id of what would be in force then, as the user saw it, without which
 *     nothing is done; null for nothing
 * @returns {Promise<{edition: string, effectiveFrom: string, serversNotPrepared: string[],
 *     serversWithoutCircle: string[]}>} names of the servers that change over late, and of those of
 *     which only the living circle does
 */
export async function publish(id, effectiveFrom, replaces) {
  const response = await send(editionPath(id) + '/publish', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ effectiveFrom, replaces }),
  });
  return response.json();
}

/** @param {string} id of a draft */
export async function discard(id) {
  await send(editionPath(id), { method: 'DELETE' });
}

/**
 * Brings a hand-over as a draft. Not by `fetch`, which does not tell how far it has come.
 * @param {File} file
 * @param {string[][]} options names and values: district, and datum, crs, encoding where they are
 *     known, and any number of layer and field
 * @param {(part: number) => void} progress told how much has been sent, 0 to 1
 * @returns {Promise<Report>}
 */
export async function upload(file, options, progress) {
  const path = 'api/v1/editions?' + new URLSearchParams(options);
  return JSON.parse(await (await sendFile(path, file, handOverType(file), progress)).text());
}

/**
 * @typedef {Object} Preview of a hand-over
 * @property {FilePreview[]} files
 * @property {string[]} missing layers that an edition needs
 * @property {string[]} ignored names of files
 */

/**
 * @typedef {Object} FilePreview
 * @property {string} file
 * @property {string|null} layer
 * @property {string[]} mayBe layers
 * @property {string|null} encoding
 * @property {string|null} crs
 * @property {number} rows
 * @property {boolean} complete whether there are no more
 * @property {string[]} columns
 * @property {{key: string, names: string[], required: boolean, column: string|null}[]} fields
 * @property {string[][]} samples
 * @property {string[]} faults
 */

/**
 * What would be read of a hand-over, which is not kept.
 * @param {File} file @param {string[][]} options as of `upload` @param {AbortSignal} signal
 * @returns {Promise<Preview>}
 */
export async function preview(file, options, signal) {
  const path = 'api/v1/editions/preview?' + new URLSearchParams(options);
  const headers = { 'Content-Type': handOverType(file) };
  return (await send(path, { method: 'POST', headers, body: file, signal })).json();
}

/** Told by the file's name: browsers know few of these types. */
function handOverType({ name }) {
  const types = {
    gpkg: 'application/geopackage+sqlite3',
    geojson: 'application/geo+json',
    json: 'application/geo+json',
    fgb: 'application/flatgeobuf',
  };
  return types[name.split('.').pop().toLowerCase()] ?? 'application/zip';
}

/**
 * Looks up each row of a file.
 * @param {File} csv
 * @param {Object<string, string>} query which columns say where a row is, and their datum
 * @param {(part: number) => void} progress told how much has been sent, 0 to 1
 * @returns {Promise<Blob>} the file with the answers as further columns
 */
export function lookupTable(csv, query, progress) {
  return sendFile('api/v1/lookup?' + new URLSearchParams(query), csv, 'text/csv', progress);
}

async function sendFile(path, file, type, progress) {
  const headers = { 'Content-Type': type };
  const request = await carrying((own) =>
    post(new URL(path, ROOT), { ...own, ...headers }, file, progress),
  );
  const { status, response } = request;
  if (status >= 200 && status < 300) {
    return response;
  }
  const said = isProblem(request.getResponseHeader('content-type') ?? '');
  throw new Problem({ ...(said ? JSON.parse(await response.text()) : {}), status });
}

function post(address, headers, file, progress) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', address);
    request.responseType = 'blob';
    for (const [name, value] of Object.entries(headers)) {
      request.setRequestHeader(name, value);
    }
    request.upload.addEventListener('progress', ({ loaded, total }) => progress(loaded / total));
    request.addEventListener('error', () => reject(new Problem({ status: 0 })));
    request.addEventListener('load', () => resolve(request));
    request.send(file);
  });
}

/**
 * A grid or town that is not what it was. Areas are in square metres.
 * @typedef {Object} Change
 * @property {string} level
 * @property {string} code
 * @property {string[]} changes ADDED, REMOVED, or one or more of RESHAPED, RENAMED …
 * @property {Facts|null} before null when it was added
 * @property {Facts|null} after null when it was removed
 * @property {number|null} gained where it is reshaped
 * @property {number|null} lost where it is reshaped
 */

/** @typedef {{name: string, parent: string|null, kind: string|null, households: number|null}} Facts */

/**
 * @typedef {Object} Comparison
 * @property {Object<string, Object<string, number>>} counts by level and change
 * @property {{total: number, moved: number, householdsMoved: number}} addresses
 * @property {Change[]} changes
 * @property {{from: LevelPlace|null, to: LevelPlace|null, addresses: number, households: number}[]} flows
 */

/** @param {string} from @param {string} to ids of editions @returns {Promise<Comparison>} */
export function comparison(from, to) {
  return get(comparisonPath(from, to));
}

/**
 * A comparison as a file.
 * @param {string} from @param {string} to
 * @param {'csv'|'geojson'|'addresses'} format the last is the CSV of the addresses that move
 * @returns {Promise<Blob>}
 */
export async function comparisonFile(from, to, format) {
  const file = format === 'addresses' ? '/addresses?format=csv' : '?format=' + format;
  return (await send(comparisonPath(from, to) + file, {})).blob();
}

function comparisonPath(from, to) {
  return `${editionPath(from)}/compare/${encodeURIComponent(to)}`;
}

function editionPath(id) {
  return 'api/v1/editions/' + encodeURIComponent(id);
}

/**
 * @param {string} path @param {AbortSignal} [signal]
 * @returns {Promise<Object>} the document there
 * @throws {Problem} as `send`
 */
export async function get(path, signal) {
  return (await send(path, { signal })).json();
}

/**
 * As `get`, of what anyone may see, without a credential: what is asked for at each keystroke must
 * not tell users in the middle of a word that theirs has ended.
 * @param {string} path @param {AbortSignal} signal
 * @returns {Promise<Object>}
 * @throws {Problem} as `send`
 */
export async function getOpen(path, signal) {
  return (await good(await ask(path, { signal }))).json();
}

/**
 * For what has no function of its own here.
 * @param {string} path @param {RequestInit} options
 * @returns {Promise<Response>}
 * @throws {Problem} when the answer is none of success, or there is no answer
 */
export async function send(path, options) {
  return good(
    await carrying((own) => ask(path, { ...options, headers: { ...own, ...options.headers } })),
  );
}

/**
 * Asks with the credential; once more with its next token where the server, which then has read
 * nothing else of the request, refuses the first. One that was given up meanwhile is not carried,
 * nor does it say anything about the one that took its place.
 * @template {{status: number}} T
 * @param {(headers: Object<string, string>) => Promise<T>} deed
 * @returns {Promise<T>}
 */
async function carrying(deed) {
  const carried = credential;
  const token = await carried?.bearer();
  if (!token || carried !== credential) {
    return deed({});
  }
  let answer = await deed(bearing(token));
  if (answer.status === 401 && carried === credential) {
    const next = await carried.next(token);
    if (next && carried === credential) {
      answer = await deed(bearing(next));
      if (answer.status === 401 && carried === credential) {
        carried.over();
      }
    }
  }
  return answer;
}

function bearing(token) {
  return { Authorization: 'Bearer ' + token };
}

/** The answer with all of its body: one that breaks off is none. */
async function ask(path, options) {
  try {
    const response = await fetch(new URL(path, ROOT), options);
    const body = await response.arrayBuffer();
    return new Response(body.byteLength > 0 ? body : null, response);
  } catch (error) {
    throw error.name === 'AbortError' ? error : new Problem({ status: 0 });
  }
}

async function good(response) {
  if (!response.ok) {
    const { status } = response;
    throw new Problem({ ...(await problemIn(response)), status, retryAfter: secondsIn(response) });
  }
  return response;
}

/** As our server writes them; proxies may write a date, which is left. */
function secondsIn(response) {
  const said = response.headers.get('Retry-After') ?? '';
  return /^\d+$/.test(said) ? Number(said) : null;
}

function problemIn(response) {
  return isProblem(response.headers.get('content-type') ?? '') ? response.json() : {};
}

function isProblem(type) {
  return type.startsWith('application/problem+json');
}
