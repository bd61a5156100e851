import { Map as LeafletMap, control } from './leaflet.js';
import { onLanguage, t } from './language.js';

/** From below the grids upward; Leaflet's own overlays are at 400 and markers at 600. */
const PANES = {
  editor: 404,
  changes: 405,
  isochrone: 406,
  plan: 407,
  unserved: 408,
  findings: 409,
  highlight: 410,
  labels: 420,
  'editor-labels': 421,
};

/**
 * The empty map, with its view still to be set.
 * @param {HTMLElement} container
 */
export function createMap(container) {
  const map = new LeafletMap(container, {
    minZoom: 8,
    maxZoom: 19,
    zoomControl: false,
    // A double click would ask twice on its way.
    doubleClickZoom: false,
    keyboardPanDelta: 120,
  });
  map.attributionControl.setPrefix('Leaflet');
  for (const [name, height] of Object.entries(PANES)) {
    const pane = map.createPane(name);
    pane.style.zIndex = String(height);
    pane.style.pointerEvents = 'none';
  }
  control.scale({ imperial: false, position: 'bottomleft' }).addTo(map);
  const zoom = control.zoom({ position: 'bottomright' }).addTo(map);
  onLanguage(() => {
    const [closer, further] = zoom.getContainer().querySelectorAll('a');
    for (const [button, key] of [
      [closer, 'map.zoomIn'],
      [further, 'map.zoomOut'],
    ]) {
      button.title = t(key);
      button.setAttribute('aria-label', t(key));
    }
  });
  followZoom(map);
  // The card takes room from the map on a narrow screen.
  new ResizeObserver(() => map.invalidateSize({ animate: false })).observe(container);
  return map;
}

const EDGE = 24;
const CLOSEST = 17;

/** @type {WeakMap<LeafletMap, (() => void)|null>} what is to be done once the map has zoomed */
const zooming = new WeakMap();

/** Leaflet goes nowhere while it zooms, and says nothing of it. */
function oncePossible(map, action) {
  if (zooming.has(map)) {
    zooming.set(map, action);
  } else {
    action();
  }
}

function followZoom(map) {
  map.on('zoomanim', () => zooming.has(map) || zooming.set(map, null));
  map.on('zoomend', () => {
    const action = zooming.get(map);
    zooming.delete(map);
    action?.();
  });
}

/**
 * Shows a view at once.
 * @param {LeafletMap} map @param {{lon: number, lat: number, zoom: number}} view
 */
export function show(map, { lon, lat, zoom }) {
  oncePossible(map, () => map.setView([lat, lon], zoom, { animate: false }));
}

/**
 * Moves the view to a place, and closer where it is far.
 * @param {LeafletMap} map @param {{lon: number, lat: number}} place @param {number} zoom at least
 */
export function lookAt(map, { lon, lat }, zoom) {
  oncePossible(map, () => map.setView([lat, lon], Math.max(map.getZoom(), zoom)));
}

/**
 * Moves the view so that the box is in full sight, beside the open legend where there is room.
 * @param {LeafletMap} map @param {number[]} bbox west, south, east, north
 * @param {number} [closest] the largest zoom for a small one
 */
export function goTo(map, [west, south, east, north], closest = CLOSEST) {
  const legend = document.querySelector('#legend');
  const { x: width } = map.getSize();
  const beside = legend.open && legend.offsetWidth < width / 3 ? legend.offsetWidth : 0;
  const padding = {
    paddingTopLeft: [EDGE, EDGE],
    paddingBottomRight: [EDGE + beside, EDGE],
  };
  const bounds = [
    [south, west],
    [north, east],
  ];
  oncePossible(map, () => map.fitBounds(bounds, { maxZoom: closest, ...padding }));
}
