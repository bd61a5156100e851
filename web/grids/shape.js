import { WORLD, boxOf, widestRoom, worldX, worldY } from '../geo.js';

/** @typedef {import('../geo.js').Shape} Shape */

/**
 * Turns a GeoJSON feature (Point or MultiPolygon) into a shape in world units.
 * @param {Object} feature @param {string} level
 * @returns {Shape}
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
  return shape(String(feature.id), level, properties, { xy, ends, tile: null });
}

/**
 * Turns what a vector tile has of a grid into a shape in world units.
 * @param {import('./mvt.js').Piece} piece
 * @param {string} level
 * @param {import('./squares.js').Square} square the tile's
 * @param {number} extent how many steps the tile is wide
 * @returns {Shape}
 */
export function shapeOfPiece({ properties, xy: steps, ends }, level, { zoom, x, y }, extent) {
  const side = WORLD / 2 ** zoom;
  const [west, north, step] = [x * side, y * side, side / extent];
  const xy = new Float64Array(steps.length);
  for (let i = 0; i < xy.length; i += 2) {
    xy[i] = west + steps[i] * step;
    xy[i + 1] = north + steps[i + 1] * step;
  }
  const tile = { west, north, east: west + side, south: north + side };
  return shape(properties.code, level, properties, { xy, ends, tile });
}

function shape(id, level, properties, { xy, ends, tile }) {
  const box = boxOf(xy);
  return {
    id,
    code: properties.code,
    name: properties.name ?? properties.text,
    level,
    kind: properties.kind ?? properties.category ?? null,
    parentCode: properties.parentCode ?? null,
    xy,
    ends,
    box,
    tile,
    room: widestRoom([{ xy, ends }], box),
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
