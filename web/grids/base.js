import { layersAt } from '../levels.js';
import { paint } from './paint.js';
import { GridTiles } from './tiles.js';

/**
 * The grids as the levels that are on show them.
 * @param {import('./store.js').GridStore} store
 * @param {import('../state.js').State} state
 */
export function baseTiles(store, state) {
  return new GridTiles({ store, paint, layers: (zoom) => layersAt(zoom, state.shown.off) });
}
