import { worldX, worldY } from '../geo.js';
import { onLanguage, t } from '../language.js';
import { POINTS, layersAt } from '../levels.js';

/** The finest level that is shown wins. */
const ORDER = ['OUTSIDE', 'FACILITY', 'DEDICATED', 'MICRO', 'GENERAL', 'COMMUNITY'];

/** How near to a point is on its mark, in pixels. */
const MARK = 8;

/**
 * Highlights the grid under the pointer, or at the centre for the keyboard, and names its chain.
 * @param {import('../leaflet.js').Map} map
 * @param {import('../state.js').State} state
 * @param {import('../grids/store.js').GridStore} store
 * @param {import('../leaflet.js').GridLayer} tiles
 * @param {import('../grids/highlight.js').Highlight} highlight
 */
export function hoverTool(map, state, store, tiles, highlight) {
  const chip = document.querySelector('#hover');
  const container = map.getContainer();
  let place = null;
  let planned = false;

  const show = () => {
    planned = false;
    const shape = place && shapeAt(place);
    highlight.point(shape ?? null);
    chip.hidden = !shape;
    const words = shape ? chainOf(shape).join(' › ') : '';
    // What is set again is read out again.
    if (chip.textContent !== words) {
      chip.textContent = words;
    }
  };
  const plan = (latlng) => {
    place = latlng;
    if (!planned) {
      planned = true;
      requestAnimationFrame(show);
    }
  };

  function shapeAt({ lng, lat }) {
    const zoom = map.getZoom();
    const shown = layersAt(zoom, state.shown.off).map((layer) => layer.level);
    const x = worldX(lng);
    const y = worldY(lat);
    const reach = MARK / 2 ** zoom;
    const near = { west: x - reach, east: x + reach, north: y - reach, south: y + reach };
    for (const level of ORDER.filter((one) => shown.includes(one))) {
      const shape =
        POINTS.includes(level) ? store.loaded(level, near, zoom)[0] : store.loadedAt(level, x, y, zoom);
      if (shape) {
        return shape;
      }
    }
    return null;
  }

  function chainOf(shape) {
    const kind = shape.level === 'FACILITY' ? shape.kind : t('level.' + shape.level);
    const names = [t('hover.named', shape.name, kind)];
    for (const level of ['GENERAL', 'COMMUNITY']) {
      const near = store.loaded(level, shape.box, map.getZoom());
      const parent = near.find((one) => one.code === shape.parentCode);
      if (parent) {
        names.unshift(parent.name);
        shape = parent;
      }
    }
    return names;
  }

  const byKeyboard = () => container.matches(':focus-visible');
  map.on('mousemove', (event) => plan(event.latlng));
  map.on('mouseout', () => plan(null));
  map.on('moveend', () => byKeyboard() && plan(map.getCenter()));
  container.addEventListener('focus', () => byKeyboard() && plan(map.getCenter()));
  container.addEventListener('blur', () => plan(null));
  // Each zoom has pieces of its own, which come after it.
  tiles.on('painted', show);
  onLanguage(show);
}
