import { el } from '../../dom.js';
import { rounded } from '../../geo.js';
import { onLanguage } from '../../language.js';
import { canvas, circleMarker, divIcon, layerGroup, marker, polyline } from '../../leaflet.js';
import { HALO, PLANNED } from '../../palette.js';
import { itemName } from './item-name.js';

/** See map.js. */
const PANE = 'plan';

const SIZE = 26;

/** What is drawn of roads: on the ground, over it, under it. */
const DASHES = { '-1': '2 6', 0: null, 1: '10 4' };

/**
 * The plan on the map: a mark for each item, to be dragged where it has a place of its own, and the
 * road that is being drawn.
 * @param {import('../../leaflet.js').Map} map
 * @param {import('../circle.js').Circle} circle
 * @param {import('./plan.js').Plan} plan
 * @param {import('./hand.js').Hand} hand
 */
export function marksPart(map, circle, plan, hand) {
  const renderer = canvas({ pane: PANE });
  const marks = layerGroup().addTo(map);
  const draft = layerGroup().addTo(map);
  let drawn = '';

  const show = () => {
    const { items } = plan;
    const facts = items.map((item) => [item, plan.facility(item.facility), itemName(item, plan)]);
    const key = circle.open ? JSON.stringify(facts) : '';
    if (key === drawn) {
      return;
    }
    drawn = key;
    marks.clearLayers();
    if (circle.open) {
      items.flatMap((item, i) => layersOf(item, i, plan, renderer)).forEach((one) => marks.addLayer(one));
    }
  };
  const sketch = () => {
    draft.clearLayers();
    line(hand.points, hand.level, renderer).forEach((one) => draft.addLayer(one));
    hand.points.slice(0, 1).forEach(({ lon, lat }) => draft.addLayer(dot([lat, lon], renderer)));
  };

  plan.addEventListener('change', show);
  hand.addEventListener('change', sketch);
  onLanguage(show);
}

/** @returns {import('../../leaflet.js').Layer[]} */
function layersOf(item, index, plan, renderer) {
  const facility = plan.facility(item.facility);
  if (item.what === 'road') {
    const middle = item.points[Math.floor((item.points.length - 1) / 2)];
    return [...line(item.points, item.level, renderer), markOf(item, middle, index, plan)];
  }
  if (item.what === 'closed') {
    return facility ? [markOf(item, facility, index, plan)] : [];
  }
  return [
    ...(facility ? line([facility, item], 0, renderer, '3 5') : []),
    markOf(item, item, index, plan).on('dragend', ({ target }) => {
      const { lng, lat } = target.getLatLng().wrap();
      plan.replace(index, { ...item, lon: rounded(lng), lat: rounded(lat) });
    }),
  ];
}

function markOf(item, { lon, lat }, index, plan) {
  const title = itemName(item, plan);
  return marker([lat, lon], {
    icon: divIcon({
      className: 'plan-mark',
      html: badge(item, index),
      iconSize: [SIZE, SIZE],
    }),
    draggable: ['added', 'moved'].includes(item.what),
    title,
    alt: title,
  });
}

/** What an item is known by, on the map and beside it. @param {import('./items.js').Item} item @param {number} index */
export function badge({ what }, index) {
  return el('span', { class: 'plan-number', 'data-what': what }, String(index + 1));
}

/** Light beside it, over dark and light. */
function line(points, level, renderer, dashArray = DASHES[Math.sign(level)]) {
  const places = points.map(({ lon, lat }) => [lat, lon]);
  // A click asks about the place below.
  const options = { renderer, pane: PANE, interactive: false };
  return [
    polyline(places, { ...options, color: HALO, weight: 7 }),
    polyline(places, { ...options, color: PLANNED, weight: 3.5, dashArray }),
  ];
}

function dot(place, renderer) {
  const options = { renderer, pane: PANE, interactive: false };
  return circleMarker(place, { ...options, radius: 5, color: HALO, fillColor: PLANNED, fillOpacity: 1 });
}
