import { label } from '../grids/labels.js';
import { Overlay } from '../grids/overlay.js';

/**
 * Names over the grids, written once the tiles of a view have come.
 * @param {import('../leaflet.js').Map} map
 * @param {import('../state.js').State} state
 * @param {import('../grids/store.js').GridStore} store
 * @param {import('../leaflet.js').GridLayer} tiles
 */
export function labelsTool(map, state, store, tiles) {
  const overlay = new Overlay({
    pane: 'labels',
    draw: (context, frame, box) => label(context, frame, box, store, state.shown.off),
  });
  map.addLayer(overlay);
  tiles.on('painted', () => overlay.redraw());
}
