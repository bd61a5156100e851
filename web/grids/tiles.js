import { DomUtil, GridLayer } from '../leaflet.js';
import { Slices } from './slices.js';

/**
 * Beyond a tile's edge, in pixels: marks and lines of whole shapes there reach into it. What comes
 * in pieces is drawn from the piece that this tile has of it, which goes on beyond the edge.
 */
const REACH = 12;

/**
 * Draws the layers of a zoom, one canvas per map tile.
 * Options: `store`, a GridStore; `layers(zoom)`; `paint(context, frame, shapes)` as in paint.js.
 */
export const GridTiles = GridLayer.extend({
  options: { keepBuffer: 1, updateWhenZooming: false },

  initialize(options) {
    GridLayer.prototype.initialize.call(this, options);
    this._slices = new Slices();
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
    this._draw(canvas, coords, done);
    return canvas;
  },

  /** Draws every tile anew, as when a level was switched or the data changed. */
  repaint() {
    const drawn = [...this._drawn];
    let open = drawn.length;
    const finished = () => --open || this.fire('load');
    for (const [canvas, drawing] of drawn) {
      // The map still waits for a tile that has never been drawn.
      const done = (error) => {
        if (!drawing.drawn) {
          drawing.done(error, canvas);
        }
        finished();
      };
      this._draw(canvas, drawing.coords, done);
      // Only now, so that what is under way and still wanted is not given up.
      this._end(drawing);
    }
  },

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
    const job = () => {
      const shapes = new Map(areas.map((area) => [area[0], store.loaded(...area)]));
      const context = canvas.getContext('2d');
      const ratio = canvas.width / size.x;
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      context.clearRect(0, 0, size.x, size.y);
      paint(context, { zoom: coords.z, scale, left, top }, shapes);
      drawing.drawn = true;
      done(null, canvas);
    };
    const release = () => requests.forEach((request) => request.release());
    const drawing = { coords, job, release, done, drawn: false };
    this._drawn.set(canvas, drawing);
    Promise.all(requests.map((request) => request.ready)).then(
      () => this._drawn.get(canvas) === drawing && this._slices.add(job),
      (error) => this._drawn.get(canvas) === drawing && done(error, canvas),
    );
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
