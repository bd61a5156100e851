import { get, settings } from '../api.js';
import { Map as LeafletMap, circleMarker, control, geoJSON, rectangle } from '../leaflet.js';
import { basemapTool } from '../tools/basemap.js';

const LINE = { color: '#0f4c75', weight: 1.5, fillColor: '#0f4c75', fillOpacity: 0.12 };
const PICKED = { color: '#c2410c', weight: 2.5, fillOpacity: 0.25 };
const BOX = { color: '#51606d', weight: 1, dashArray: '5 4', fill: false, interactive: false };
const EDGE = 16;

/** @param {string|undefined} text west, south, east, north; none when it is empty */
function box(text) {
  if (!text) {
    return null;
  }
  const [west, south, east, north] = text.split(',').map(Number);
  return rectangle(
    [
      [south, west],
      [north, east],
    ],
    BOX,
  );
}

/** @param {{id: string, properties: Record<string, unknown>}} feature */
function title({ id, properties }) {
  const element = document.createElement('span');
  element.textContent = String(properties.name ?? properties.text ?? id);
  return element;
}

/** The rows of the page's table, by the id of their feature. */
function rows() {
  return new Map(
    [...document.querySelectorAll('tr[data-id]')].map((row) => [row.dataset.id, row]),
  );
}

/** A row and its feature on the map show where the other one is. */
function pair(layer, row) {
  const show = (isPicked) => {
    layer.setStyle(isPicked ? PICKED : LINE);
    row.classList.toggle('picked', isPicked);
    if (isPicked) {
      layer.bringToFront();
    }
  };
  for (const [on, isPicked] of [
    ['mouseover', true],
    ['mouseout', false],
  ]) {
    layer.on(on, () => show(isPicked));
    row.addEventListener(on, () => show(isPicked));
  }
  layer.on('click', () => row.querySelector('a').click());
}

/** Draws what the element names: the features at an address, and the box that they are asked in. */
async function draw(element) {
  const { features, label, closer, further } = element.dataset;
  element.setAttribute('role', 'application');
  element.setAttribute('aria-label', label);
  const map = new LeafletMap(element, { maxZoom: 19, zoomControl: false, scrollWheelZoom: false, zoomSnap: 0.25 });
  map.attributionControl.setPrefix('Leaflet');
  control.zoom({ position: 'bottomright', zoomInTitle: closer, zoomOutTitle: further }).addTo(map);
  control.scale({ imperial: false, position: 'bottomleft' }).addTo(map);
  const frame = box(element.dataset.box)?.addTo(map);
  if (frame) {
    map.fitBounds(frame.getBounds(), { padding: [EDGE, EDGE] });
  }
  const table = rows();
  const drawn = geoJSON(await get(features), {
    style: LINE,
    pointToLayer: (_, place) => circleMarker(place, { ...LINE, radius: 5, fillOpacity: 0.5 }),
    onEachFeature: (feature, layer) => {
      layer.bindTooltip(title(feature), { sticky: true });
      const row = table.get(feature.id);
      if (row) {
        pair(layer, row);
      }
    },
  }).addTo(map);
  const bounds = drawn.getBounds();
  if (!frame && !bounds.isValid()) {
    // Nothing has a place, so that there is nothing to look at.
    element.hidden = true;
    return;
  }
  if (!frame) {
    map.fitBounds(bounds, { padding: [EDGE, EDGE], maxZoom: 17 });
  }
  await basemapTool(map, settings());
  element.dataset.drawn = String(drawn.getLayers().length);
}

for (const element of document.querySelectorAll('.map')) {
  draw(element).catch((e) => {
    console.error(e);
    const said = document.createElement('p');
    said.className = 'failed';
    said.textContent = element.dataset.failed;
    element.append(said);
  });
}
