/**
 * What a plan is made of: as the URL's hash has it, an item to a `plan=`, and as the server takes it.
 */

/** Facilities and roads of a plan on the page together. */
export const MOST = 30;

/** Points of all of its roads together: they must fit into an address. */
export const MOST_POINTS = 120;

const LEVELS = /^(0|-?[1-5])$/;
const DEGREES = /^-?\d{1,3}(\.\d{1,7})?$/;

/** @typedef {{lon: number, lat: number}} LonLat WGS 84, to a centimetre */
/** @typedef {LonLat & {what: 'added', kind: string, name?: string}} Added kind as facilities' data say it */
/** @typedef {LonLat & {what: 'moved', facility: string}} Moved id of a facility in force */
/** @typedef {{what: 'closed', facility: string}} Closed */
/** @typedef {{what: 'road', level: number, points: LonLat[]}} Road above 0 on a bridge, below in a tunnel */
/** @typedef {Added|Moved|Closed|Road} Item */

/**
 * What is no item, is said twice of one facility or is too much is left out.
 * @param {string[]} texts @returns {Item[]}
 */
export function parsePlan(texts) {
  const items = [];
  for (const text of texts) {
    const item = parseItem(text);
    if (item && fits(items, item)) {
      items.push(item);
    }
  }
  return items;
}

/** @param {Item[]} items @returns {string[]} */
export function formatPlan(items) {
  return items.map(formatItem);
}

/**
 * To a centimetre, as addresses lie: where a site is an address, it serves whom it was found to.
 * @param {LonLat} place @returns {LonLat}
 */
export function exactly({ lon, lat }) {
  return { lon: Number(lon.toFixed(7)), lat: Number(lat.toFixed(7)) };
}

/** Whether a plan can have the item too. @param {Item[]} items @param {Item} item */
export function fits(items, item) {
  const points = [...items, item].flatMap((one) => one.points ?? []);
  return (
    items.length < MOST &&
    points.length <= MOST_POINTS &&
    !items.some(({ facility }) => facility && facility === item.facility)
  );
}

function parseItem(text) {
  const [what, ...rest] = text.split(',');
  if (what === 'c') {
    return named('facility', rest, { what: 'closed' });
  }
  if (what === 'r') {
    const [level, ...degrees] = rest;
    const points = pointsIn(degrees);
    return LEVELS.test(level ?? '') && points?.length >= 2
      ? { what: 'road', level: Number(level), points }
      : null;
  }
  const [place] = pointsIn(rest.slice(0, 2)) ?? [];
  if (!place) {
    return null;
  }
  const name = rest.slice(2);
  return what === 'a'
    ? added(name.join(), place)
    : what === 'm'
      ? named('facility', name, { what: 'moved', ...place })
      : null;
}

/** A kind, and in lines of its own the name, where there is one. */
function added(text, place) {
  const [kind, ...lines] = text.split('\n');
  const name = lines.join('\n');
  return kind === '' ? null : { what: 'added', kind, ...(name && { name }), ...place };
}

/** A name comes last, since it may have commas. */
function named(member, rest, item) {
  const name = rest.join(',');
  return name === '' ? null : { ...item, [member]: name };
}

function pointsIn(degrees) {
  if (degrees.length % 2 !== 0 || !degrees.every((one) => DEGREES.test(one))) {
    return null;
  }
  const points = [];
  for (let i = 0; i < degrees.length; i += 2) {
    points.push({ lon: Number(degrees[i]), lat: Number(degrees[i + 1]) });
  }
  return points.every(({ lon, lat }) => Math.abs(lon) <= 180 && Math.abs(lat) <= 90)
    ? points
    : null;
}

function formatItem(item) {
  switch (item.what) {
    case 'added':
      return ['a', ...degreesOf(item), [item.kind, item.name].filter(Boolean).join('\n')].join();
    case 'moved':
      return ['m', ...degreesOf(item), item.facility].join();
    case 'closed':
      return ['c', item.facility].join();
    default:
      return ['r', item.level, ...item.points.flatMap(degreesOf)].join();
  }
}

/** As clicks are, with six digits where these will do. */
function degreesOf({ lon, lat }) {
  return [lon, lat].map((degrees) => degrees.toFixed(7).replace(/0$/, ''));
}
