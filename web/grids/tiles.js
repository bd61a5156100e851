import { DomUtil, GridLayer } from '../leaflet.js';
import { Slices } from './slices.js';

/**
 * Beyond a tile's edge, in pixels: marks and lines of whole shapes there reach into it. What comes
 * in pieces is drawn from the piece that this tile has of it, which goes on beyond the edge.
 */
const REACH = 12;

/**
 * Draws the layers of a zoom, one canvas per map tile. Fires `painted` when all is painted that has
 * come and the rest is put off.
 * Options: `store`, a GridStore; `layers(zoom)`; `paint(context, frame, shapes)` as in paint.js.
 */
export const GridTiles = GridLayer.extend({
  options: { keepBuffer: 1, updateWhenZooming: false },

  initialize(options) {
    GridLayer.prototype.initialize.call(this, options);
    this._slices = new Slices();
    this._tell = () => {
      if ([...this._drawn.values()].every(({ painted, putOff }) => painted || putOff)) {
        this.fire('painted');
      }
    };
    /** @type {Map<HTMLCanvasElement, Object>} */
    this._drawn = new Map();
    this.on('tileunload', ({ tile }) => this._stop(tile));
  },

  createTile(coords, done) {
    const canvas = DomUtil.create('canvas');
    const ratio = window.devicePixelRatio || 1;
    const size = this.getTileSize();
    canvas.width = size.x * ratio;
    canvas.height = size.y * ratio;
    this._draw(canvas, coords, () => done(null, canvas));
    return canvas;
  },

  /** Draws every tile anew, as when a level was switched or the data changed. */
  repaint() {
    for (const [canvas, drawing] of [...this._drawn]) {
      this._draw(canvas, drawing.coords, drawing.done);
      // Only now, so that what is under way and still wanted is not given up.
      this._end(drawing);
    }
  },

  /**
   * Paints what is there once there is an answer about all that the map is not drawn without, and
   * again whenever more has come.
   * @param {(() => void)|null} done tells the map, which waits until then; null when it knows
   */
  _draw(canvas, coords, done) {
    const { store, paint } = this.options;
    const layers = this.options.layers(coords.z);
    const size = this.getTileSize();
    const scale = 2 ** coords.z;
    const left = coords.x * size.x;
    const top = coords.y * size.y;
    const areas = layers.map(({ level, dataZoom }) => {
      const reach = dataZoom === undefined ? 0 : REACH;
      return [level, boxAt(left, top, size, scale, reach), coords.z];
    });
    const requests = areas.map((area) => store.acquire(...area));
    const parts = requests.flatMap((request) => request.parts);
    const awaited = requests.flatMap((request, i) => (layers[i].extra ? [] : request.parts));
    const job = () => {
      const shapes = new Map(areas.map((area) => [area[0], store.loaded(...area)]));
      const context = canvas.getContext('2d');
      const ratio = canvas.width / size.x;
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      context.clearRect(0, 0, size.x, size.y);
      paint(context, { zoom: coords.z, scale, left, top }, shapes);
      drawing.painted = true;
      drawing.done?.();
      drawing.done = null;
      this._slices.add(this._tell);
    };
    const release = () => requests.forEach((request) => request.release());
    const drawing = { coords, job, release, done, painted: false, putOff: false };
    this._drawn.set(canvas, drawing);
    const isCurrent = () => this._drawn.get(canvas) === drawing;
    const look = () => {
      if (!isCurrent() || !awaited.every((part) => part.isHeard)) {
        return;
      }
      // While nothing has come, what another zoom shows is better.
      drawing.putOff = !parts.some((part) => part.shapes) && !parts.every((part) => part.hasFailed);
      this._slices.add(drawing.putOff ? this._tell : job);
    };
    const begin = () => drawing.painted || look();
    const fail = (error) => {
      if (isCurrent()) {
        this.fire('tileerror', { error, tile: canvas, coords });
        begin();
      }
    };
    for (const part of parts) {
      part.heard.then(begin);
      part.ready.then(look, fail);
    }
    // There may be no parts at all.
    look();
  },

  _stop(canvas) {
    const drawing = this._drawn.get(canvas);
    if (drawing) {
      this._drawn.delete(canvas);
      this._end(drawing);
    }
  },

  _end({ job, release }) {
    this._slices.drop(job);
    release();
  },
});

function boxAt(left, top, size, scale, reach) {
  return {
    west: (left - reach) / scale,
    north: (top - reach) / scale,
    east: (left + size.x + reach) / scale,
    south: (top + size.y + reach) / scale,
  };
}
