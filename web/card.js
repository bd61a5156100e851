import { foundOf } from './addresses/found.js';
import { coordinates } from './format.js';

/** @typedef {{level: string, code: string, name: string}} LevelPlace */

/**
 * What the panel shows of an answer, be it about a place or about a grid.
 * @typedef {Object} Card
 * @property {string|null} title null when no grid is responsible
 * @property {string|null} level the title's
 * @property {string|null} code the title's
 * @property {string|null} statement key of a sentence
 * @property {LevelPlace[]} chain nearest first
 * @property {LevelPlace|null} dedicated
 * @property {LevelPlace[]} children
 * @property {import('./api.js').Responder[]} responders
 * @property {{key: string, value: string|number}[]} facts
 * @property {import('./addresses/found.js').Found|null} found where an address was asked about
 * @property {{level: string, code: string, name: string, metres: number}[]} nearby grids across a
 *     close boundary
 */

/**
 * @param {import('./inquiry.js').Question} question
 * @param {import('./api.js').Lookup} answer
 * @returns {Card}
 */
export function cardOfLookup(question, answer) {
  const { responsible, point, edition, match, outcome } = answer;
  return {
    title: responsible?.name ?? null,
    level: responsible?.level ?? null,
    code: responsible?.code ?? null,
    statement: outcome ? 'outcome.' + outcome : 'match.' + match,
    chain: [
      at('MICRO', answer.micro),
      at('GENERAL', answer.general),
      at('COMMUNITY', answer.community),
      at('TOWN', answer.town),
      at('DISTRICT', answer.district),
    ].filter(Boolean),
    dedicated: at('DEDICATED', answer.dedicated),
    children: [],
    responders: answer.responders,
    facts: facts({ coordinates: point && coordinates(point), edition }),
    found: match && foundOf(question.address, answer),
    nearby: answer.nearby ?? [],
  };
}

/** @param {import('./api.js').Grid} grid @returns {Card} */
export function cardOfGrid(grid) {
  return {
    title: grid.name,
    level: grid.level,
    code: grid.code,
    statement: null,
    chain: [{ level: grid.level, code: grid.code, name: grid.name }, ...grid.parents],
    dedicated: null,
    children: grid.children,
    responders: grid.responders,
    facts: facts({ kind: grid.kind, households: grid.households, edition: grid.edition }),
    found: null,
    nearby: [],
  };
}

function at(level, place) {
  return place && { level, code: place.code, name: place.name };
}

function facts(values) {
  return Object.entries(values)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([key, value]) => ({ key: 'fact.' + key, value }));
}
