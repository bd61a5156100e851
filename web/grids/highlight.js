import { HALO, INK, PICKED } from '../palette.js';
import { Overlay } from './overlay.js';
import { trace } from './paint.js';

/** @typedef {import('../geo.js').Shape} Shape */

/** Outlines of the shapes that are pointed at or were asked about. */
export class Highlight {
  /** @type {Shape|null} */
  #pointed = null;
  /** @type {Shape[]} */
  #picked = [];
  #store;
  #overlay = new Overlay({
    pane: 'highlight',
    draw: (context, frame, box) => this.#draw(context, frame, box),
  });

  /**
   * @param {import('../leaflet.js').Map} map
   * @param {import('./store.js').GridStore} store has the pieces of what is pointed at
   * @param {import('../leaflet.js').GridLayer} tiles
   */
  constructor(map, store, tiles) {
    this.#store = store;
    map.addLayer(this.#overlay);
    tiles.on('painted', () => this.#overlay.redraw());
  }

  /** @param {Shape|null} shape or any piece of it */
  point(shape) {
    if (shape?.id !== this.#pointed?.id) {
      this.#pointed = shape;
      this.#overlay.redraw();
    }
  }

  /** @param {Shape[]} shapes whole */
  pick(shapes) {
    this.#picked = shapes;
    this.#overlay.redraw();
  }

  #draw(context, frame, box) {
    context.lineJoin = 'round';
    if (this.#pointed) {
      for (const piece of this.#store.piecesOf(this.#pointed, box, frame.zoom)) {
        context.save();
        within(context, piece.tile, frame);
        trace(context, piece, frame);
        context.fillStyle = 'rgba(28, 43, 57, 0.10)';
        context.fill('evenodd');
        stroke(context, INK, 2);
        context.restore();
      }
    }
    for (const shape of this.#picked) {
      trace(context, shape, frame);
      stroke(context, HALO, 7);
      stroke(context, PICKED, 3);
    }
  }
}

/** Keeps what is drawn within a tile, so that pieces end where the next begin. */
function within(context, tile, { scale, left, top }) {
  if (tile) {
    const [x, y] = [tile.west * scale - left, tile.north * scale - top];
    const [width, height] = [(tile.east - tile.west) * scale, (tile.south - tile.north) * scale];
    context.beginPath();
    context.rect(x, y, width, height);
    context.clip();
  }
}

function stroke(context, colour, width) {
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.stroke();
}
