import { canvas, geoJSON } from '../leaflet.js';
import { CHANGES } from '../palette.js';

/** Below the highlight, above the grids; see map.js. */
const PANE = 'changes';

/** Coarser grids are drawn with heavier lines. */
const WEIGHTS = { COMMUNITY: 3, GENERAL: 2 };

/** The places that differ between two editions, coloured by what became of them. */
export class ChangeLayer {
  #map;
  #renderer = canvas({ pane: PANE });
  #features = [];
  #shown = null;

  /** @param {import('../leaflet.js').Map} map */
  constructor(map) {
    this.#map = map;
  }

  /** @param {Object[]} features GeoJSON */
  show(features) {
    this.#features = features;
    this.only(null);
  }

  /** @param {string|null} change the only one to be drawn; null for all */
  only(change) {
    this.#shown?.remove();
    const features = this.#features.filter(({ properties }) => !change || properties.change === change);
    this.#shown = geoJSON(features, {
      style: ({ properties }) => styleOf(properties),
      renderer: this.#renderer,
      pane: PANE,
      // A click asks about the grid below.
      interactive: false,
    }).addTo(this.#map);
  }

  clear() {
    this.show([]);
  }
}

/** What one grid lost another gained: it is filled once. */
function styleOf({ change, piece, level }) {
  const color = CHANGES[change];
  const lost = piece === 'LOST';
  return {
    color,
    weight: WEIGHTS[level] ?? 1.5,
    dashArray: lost ? '4 4' : null,
    fill: !lost,
    fillOpacity: 0.3,
  };
}

/**
 * The box around places.
 * @param {Object[]} features GeoJSON MultiPolygons, at least one
 * @returns {number[]} west, south, east, north
 */
export function bboxOf(features) {
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [lon, lat] of features.flatMap(({ geometry }) => geometry.coordinates.flat(2))) {
    box[0] = Math.min(box[0], lon);
    box[1] = Math.min(box[1], lat);
    box[2] = Math.max(box[2], lon);
    box[3] = Math.max(box[3], lat);
  }
  return box;
}
