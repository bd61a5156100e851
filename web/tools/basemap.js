import { settings } from '../api.js';
import { tileLayer } from '../leaflet.js';

/**
 * Lays tiles below the grids where the settings name some.
 * @param {import('../leaflet.js').Map} map
 */
export async function basemapTool(map) {
  const { tiles } = await settings();
  if (tiles) {
    // Leaflet takes an attribution as markup; the setting is text.
    const text = document.createElement('span');
    text.textContent = tiles.attribution;
    tileLayer(tiles.url, { attribution: text.innerHTML, maxZoom: 19, zIndex: 0 }).addTo(map);
    map.getContainer().classList.add('has-basemap');
  }
}
