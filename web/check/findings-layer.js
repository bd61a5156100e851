import { meet } from '../geo.js';
import { Overlay } from '../grids/overlay.js';
import { trace } from '../grids/paint.js';
import { strokeWithHalo } from '../halo.js';
import { PICKED } from '../palette.js';
import { paintArea, paintMark } from './marks.js';

/** @typedef {import('./finding.js').Finding} Finding */

/** Half of how wide a mark is, in pixels: far out there may be thousands. */
const sizeAt = (zoom) => (zoom < 12 ? 4 : zoom < 15 ? 5.5 : 7);

const REACH = 10;

/** Findings on the map: their ground, a mark for each, and the one that is chosen. */
export class FindingsLayer {
  #map;
  /** @type {Finding[]} */
  #findings = [];
  /** @type {Finding|null} */
  #chosen = null;
  #overlay = new Overlay({
    pane: 'findings',
    draw: (context, frame, box) => this.#draw(context, frame, box),
  });

  /** @param {import('../leaflet.js').Map} map */
  constructor(map) {
    this.#map = map;
  }

  /** @param {Finding[]} findings @param {Finding|null} chosen one of them */
  show(findings, chosen) {
    this.#findings = findings;
    this.#chosen = chosen;
    if (findings.length === 0) {
      this.#overlay.remove();
    } else if (this.#map.hasLayer(this.#overlay)) {
      this.#overlay.redraw();
    } else {
      this.#map.addLayer(this.#overlay);
    }
  }

  /**
   * @param {import('../leaflet.js').Point} point in pixels of the view
   * @returns {Finding|null} whose mark is there, the upmost
   */
  at(point) {
    const place = this.#map.getPixelOrigin().add(this.#map.containerPointToLayerPoint(point));
    const scale = 2 ** this.#map.getZoom();
    const near = ({ spot }) =>
      spot && Math.hypot(spot.x * scale - place.x, spot.y * scale - place.y) <= REACH;
    return this.#findings.find(near) ?? null;
  }

  #draw(context, frame, box) {
    // What comes first lies on top, so that errors do.
    const seen = this.#findings.filter((one) => isIn(box, one)).reverse();
    for (const finding of seen.filter(({ area }) => area)) {
      paintArea(context, frame, finding);
    }
    if (this.#chosen?.area) {
      emphasise(context, () => trace(context, this.#chosen.area, frame));
    }
    const size = sizeAt(frame.zoom);
    for (const { spot, severity } of seen.filter((one) => one.spot)) {
      paintMark(context, pixel(spot, frame), severity, size);
    }
    if (this.#chosen?.spot) {
      const { x, y } = pixel(this.#chosen.spot, frame);
      paintMark(context, { x, y }, this.#chosen.severity, size);
      emphasise(context, () => {
        context.beginPath();
        context.arc(x, y, size * 2.2, 0, 2 * Math.PI);
      });
    }
  }
}

function isIn(box, { spot, area }) {
  return (
    (spot !== null && meet(box, { west: spot.x, east: spot.x, north: spot.y, south: spot.y })) ||
    (area !== null && meet(box, area.box))
  );
}

function pixel({ x, y }, { scale, left, top }) {
  return { x: x * scale - left, y: y * scale - top };
}

function emphasise(context, path) {
  path();
  strokeWithHalo(context, PICKED, 3, 7);
}
