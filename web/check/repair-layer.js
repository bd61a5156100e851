import { boxOf, degreesOf, worldX, worldY } from '../geo.js';
import { Overlay } from '../grids/overlay.js';
import { trace } from '../grids/paint.js';
import { shapeOf } from '../grids/shape.js';
import { AFTER, BEFORE, HALO } from '../palette.js';

/** @typedef {import('./asking.js').Change} Change */

const SIDE = 6;

/** What a repair changes: outlines before, dashed, and after; the ground between them is filled. */
export class RepairLayer {
  #map;
  #changes = [];
  #overlay = new Overlay({
    pane: 'findings',
    draw: (context, frame) => this.#draw(context, frame),
  });

  /** @param {import('../leaflet.js').Map} map */
  constructor(map) {
    this.#map = map;
  }

  /** @param {Change[]} changes */
  show(changes) {
    this.#changes = changes.map(({ code, before, after }) => ({
      before: shape(code, before.coordinates),
      after: shape(code, after.coordinates),
      // By the even-odd rule what is in both is in neither.
      ground: shape(code, [...before.coordinates, ...after.coordinates]),
    }));
    if (changes.length === 0) {
      this.#overlay.remove();
    } else if (this.#map.hasLayer(this.#overlay)) {
      this.#overlay.redraw();
    } else {
      this.#map.addLayer(this.#overlay);
    }
  }

  #draw(context, frame) {
    context.lineJoin = 'round';
    const pattern = patternOf(context);
    for (const { ground } of this.#changes) {
      trace(context, ground, frame);
      context.fillStyle = pattern;
      context.fill('evenodd');
    }
    // What is the same after as before is drawn as after.
    const lines = [
      ['before', HALO, 6, []],
      ['before', BEFORE, 2.5, [5, 4]],
      ['after', AFTER, 2.5, []],
    ];
    for (const [state, colour, width, dash] of lines) {
      context.strokeStyle = colour;
      context.lineWidth = width;
      context.setLineDash(dash);
      for (const change of this.#changes) {
        trace(context, change[state], frame);
        context.stroke();
      }
    }
  }
}

function shape(code, coordinates) {
  return shapeOf({ id: code, properties: { code }, geometry: { type: 'MultiPolygon', coordinates } }, 'REPAIR');
}

let pattern;

/** Opaque, since what one grid loses and another gains is painted twice. */
function patternOf(context) {
  if (!pattern) {
    const canvas = new OffscreenCanvas(SIDE, SIDE);
    const pen = canvas.getContext('2d');
    pen.fillStyle = AFTER;
    pen.fillRect(0, 0, SIDE, 1.5);
    pattern = context.createPattern(canvas, 'repeat');
  }
  return pattern;
}

/**
 * The box around the vertices that come or go.
 * @param {Change[]} changes
 * @param {{lon: number, lat: number}} at a place that is in it in any case
 * @returns {number[]} west, south, east, north in degrees
 */
export function movedBox(changes, at) {
  const moved = changes.flatMap(({ before, after }) => {
    const [were, are] = [before, after].map(({ coordinates }) => coordinates.flat(2));
    return [...missing(were, are), ...missing(are, were)];
  });
  const xy = [[at.lon, at.lat], ...moved].flatMap(([lon, lat]) => [worldX(lon), worldY(lat)]);
  return degreesOf(boxOf(xy));
}

function missing(places, others) {
  const known = new Set(others.map(String));
  return places.filter((place) => !known.has(String(place)));
}
