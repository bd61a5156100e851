import { tileLayer } from '../leaflet.js';

/**
 * Lays tiles below the grids where the settings name some.
 * @param {import('../leaflet.js').Map} map
 * @param {Promise<import('../api.js').Settings>} settings
 */
export async function basemapTool(map, settings) {
  const { tiles } = await settings;
  if (tiles) {
    // Leaflet takes an attribution as markup; the setting is text.
    const text = document.createElement('span');
    text.textContent = tiles.attribution;
    tileLayer(tiles.url, { attribution: text.innerHTML, maxZoom: 19, zIndex: 0 }).addTo(map);
    map.getContainer().classList.add('has-basemap');
  }
}
