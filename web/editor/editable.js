import * as leaflet from '../leaflet.js';

/**
 * Leaflet.Editable for a map. It adds itself to a global Leaflet, which is there for no longer than
 * that takes.
 * @param {leaflet.Map} map
 * @param {Object} options
 */
export async function editTools(map, options) {
  window.L = { ...leaflet };
  await import('../webjars/leaflet-editable/1.3.2/Leaflet.Editable.js');
  const { Editable } = window.L;
  delete window.L;
  // What is drawn looks for it there.
  map.editTools = new Editable(map, options);
  return map.editTools;
}
