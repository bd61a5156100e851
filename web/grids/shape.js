import { boxOf, widestRoom, worldX, worldY } from '../geo.js';

/**
 * Turns a GeoJSON feature (Point or MultiPolygon) into a shape in world units.
 * @param {Object} feature @param {string} level
 * @returns {import('../geo.js').Shape}
 */
export function shapeOf(feature, level) {
  const { geometry, properties } = feature;
  const rings = geometry.type === 'Point' ? [] : geometry.coordinates.flat();
  const xy = project(geometry.type === 'Point' ? [[geometry.coordinates]] : rings);
  const ends = [];
  let end = 0;
  for (const ring of rings) {
    end += ring.length * 2;
    ends.push(end);
  }
  const box = boxOf(xy);
  return {
    id: String(feature.id),
    code: properties.code,
    name: properties.name ?? properties.text,
    level,
    kind: properties.kind ?? properties.category ?? null,
    parentCode: properties.parentCode ?? null,
    xy,
    ends,
    box,
    room: widestRoom(xy, ends, box),
    figures: level.startsWith('CIRCLE_') ? properties : null,
  };
}

function project(rings) {
  const xy = new Float64Array(2 * rings.reduce((sum, ring) => sum + ring.length, 0));
  let i = 0;
  for (const ring of rings) {
    for (const [lon, lat] of ring) {
      xy[i++] = worldX(lon);
      xy[i++] = worldY(lat);
    }
  }
  return xy;
}
