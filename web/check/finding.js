import { worldX, worldY } from '../geo.js';
import { shapeOf } from '../grids/shape.js';
import { language } from '../language.js';

/**
 * @typedef {Object} Finding
 * @property {string} id
 * @property {string} kind
 * @property {import('./asking.js').Severity} severity
 * @property {string|null} level
 * @property {string} sentence
 * @property {string} sentenceEn
 * @property {number|null} width metres
 * @property {number|null} squareMetres
 * @property {{lon: number, lat: number}|null} at
 * @property {{x: number, y: number}|null} spot the same in world units
 * @property {import('../geo.js').Shape|null} area
 */

/**
 * @param {Object[]} points GeoJSON features
 * @param {Object[]} areas likewise, with the ids of their points
 * @returns {Finding[]} errors first, otherwise in their order
 */
export function findingsFrom(points, areas) {
  const byId = new Map(areas.map((feature) => [feature.id, feature]));
  const all = points.map((feature) => findingOf(feature, byId.get(feature.id)));
  return ['ERROR', 'WARNING'].flatMap((severity) => all.filter((one) => one.severity === severity));
}

function findingOf({ id, geometry, properties }, area) {
  const { kind, severity, level, sentence, sentenceEn, width, squareMetres } = properties;
  const [lon, lat] = geometry?.coordinates ?? [];
  return {
    id,
    kind,
    severity,
    level: level ?? null,
    sentence,
    sentenceEn,
    width: width ?? null,
    squareMetres: squareMetres ?? null,
    at: geometry ? { lon, lat } : null,
    spot: geometry ? { x: worldX(lon), y: worldY(lat) } : null,
    area: area ? shapeOf(area, 'FINDING') : null,
  };
}

/** What it says, in the page's language. @param {Finding} finding */
export function sentenceOf({ sentence, sentenceEn }) {
  return language() === 'en' ? sentenceEn : sentence;
}
