import { DomUtil, Layer, Util } from '../leaflet.js';

/** How far beyond the view an overlay reaches, as a part of the view, so that a pan has something. */
const MARGIN = 0.25;

/**
 * A canvas over the whole view, drawn again when the view has come to rest.
 * Options: `pane`; `draw(context, frame, box)` with the frame as in paint.js and the box of the
 * canvas in world units.
 */
export const Overlay = Layer.extend({
  initialize(options) {
    Util.setOptions(this, options);
  },

  onAdd() {
    this._canvas = DomUtil.create('canvas', 'leaflet-zoom-hide', this.getPane());
    this.redraw();
  },

  onRemove() {
    this._canvas.remove();
  },

  getEvents() {
    return { moveend: this.redraw, resize: this.redraw };
  },

  redraw() {
    const map = this._map;
    const ratio = window.devicePixelRatio || 1;
    const view = map.getSize();
    const corner = view.multiplyBy(-MARGIN).round();
    const size = view.subtract(corner.multiplyBy(2));
    const place = map.containerPointToLayerPoint(corner).round();
    const canvas = this._canvas;
    // Setting the size clears the canvas.
    canvas.width = size.x * ratio;
    canvas.height = size.y * ratio;
    canvas.style.width = `${size.x}px`;
    canvas.style.height = `${size.y}px`;
    DomUtil.setPosition(canvas, place);
    const origin = map.getPixelOrigin().add(place);
    const zoom = map.getZoom();
    const scale = 2 ** zoom;
    const context = canvas.getContext('2d');
    context.scale(ratio, ratio);
    this.options.draw(
      context,
      { zoom, scale, left: origin.x, top: origin.y },
      {
        west: origin.x / scale,
        north: origin.y / scale,
        east: (origin.x + size.x) / scale,
        south: (origin.y + size.y) / scale,
      },
    );
  },
});
