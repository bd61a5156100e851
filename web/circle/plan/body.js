import { exactly } from './items.js';

/** @typedef {import('./items.js').Item} Item */

/**
 * A plan as the server takes it and keeps it.
 * @typedef {Object} Body
 * @property {{category: string, name?: string, lon: number, lat: number}[]} added
 * @property {{facility: string, lon: number, lat: number}[]} moved
 * @property {string[]} closed ids of facilities
 * @property {{level: number, points: {lon: number, lat: number}[]}[]} roads
 */

/** @param {Item[]} items @returns {Body} */
export function bodyOf(items) {
  const of = (what) => items.filter((item) => item.what === what);
  return {
    added: of('added').map(({ kind, name, lon, lat }) => ({
      category: kind,
      ...(name && { name }),
      lon,
      lat,
    })),
    moved: of('moved').map(({ facility, lon, lat }) => ({ facility, lon, lat })),
    closed: of('closed').map(({ facility }) => facility),
    roads: of('road').map(({ level, points }) => ({ level, points })),
  };
}

/** The other way. @param {Partial<Body>} body @returns {Item[]} */
export function itemsOf({ added = [], moved = [], closed = [], roads = [] }) {
  return [
    ...added.map((one) => ({
      what: 'added',
      kind: one.category,
      ...(one.name && { name: one.name }),
      ...exactly(one),
    })),
    ...moved.map((one) => ({ what: 'moved', facility: one.facility, ...exactly(one) })),
    ...closed.map((facility) => ({ what: 'closed', facility })),
    ...roads.map(({ level = 0, points }) => ({ what: 'road', level, points: points.map(exactly) })),
  ];
}

const MEMBERS = { added: 'added', moved: 'moved', closed: 'closed', roads: 'road' };

/**
 * The item that the server speaks of.
 * @param {Item[]} items @param {string|null} path within the body, such as `added[1].lon`
 * @returns {number} its place among the items, -1 where the path leads to none
 */
export function indexAt(items, path) {
  const [, member, number] = /^(\w+)\[(\d+)\]/.exec(path ?? '') ?? [];
  return items.indexOf(items.filter(({ what }) => what === MEMBERS[member])[number]);
}
