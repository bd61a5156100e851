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
  #overlay = new Overlay({
    pane: 'highlight',
    draw: (context, frame) => this.#draw(context, frame),
  });

  /** @param {import('../leaflet.js').Map} map */
  constructor(map) {
    map.addLayer(this.#overlay);
  }

  /** @param {Shape|null} shape */
  point(shape) {
    if (shape?.id !== this.#pointed?.id) {
      this.#pointed = shape;
      this.#overlay.redraw();
    }
  }

  /** @param {Shape[]} shapes */
  pick(shapes) {
    this.#picked = shapes;
    this.#overlay.redraw();
  }

  #draw(context, frame) {
    context.lineJoin = 'round';
    if (this.#pointed) {
      trace(context, this.#pointed, frame);
      context.fillStyle = 'rgba(28, 43, 57, 0.10)';
      context.fill('evenodd');
      stroke(context, INK, 2);
    }
    for (const shape of this.#picked) {
      trace(context, shape, frame);
      stroke(context, HALO, 7);
      stroke(context, PICKED, 3);
    }
  }
}

function stroke(context, colour, width) {
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.stroke();
}
