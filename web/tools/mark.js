import { choices, questionOf } from '../addresses/found.js';
import { degreesOf } from '../geo.js';
import { divIcon, layerGroup, marker } from '../leaflet.js';
import { goTo } from '../map.js';

/** @typedef {{level: string, code: string}} Wanted */

/** How long the view waits for the outlines that it shall show, in milliseconds. */
const SOON = 1_000;

/**
 * Shows the answer on the map: a pin at the place, its grids outlined, and the view moved to them
 * when the question wants that.
 * @param {import('../leaflet.js').Map} map
 * @param {import('../inquiry.js').Inquiry} inquiry
 * @param {import('../grids/store.js').GridStore} store
 * @param {import('../grids/highlight.js').Highlight} highlight
 */
export function markTool(map, inquiry, store, highlight) {
  const pin = marker([0, 0], {
    icon: divIcon({ className: 'pin', iconSize: [22, 30], iconAnchor: [11, 29] }),
    interactive: false,
    keyboard: false,
  });

  const others = layerGroup().addTo(map);

  /** A numbered pin for each that may be chosen. */
  const showChoices = (candidates) => {
    others.clearLayers();
    candidates.forEach((candidate, index) => {
      if (candidate.point) {
        const { lon, lat } = candidate.point;
        numbered(index + 1, [lat, lon], candidate.meant)
          .on('click', () => inquiry.ask(questionOf(candidate, candidates)))
          .addTo(others);
      }
    });
  };

  let shown = new AbortController();
  inquiry.addEventListener('change', async () => {
    const { status, question, lookup, grid } = inquiry;
    shown.abort();
    if (status === 'asking') {
      return;
    }
    const { signal } = (shown = new AbortController());
    pin.remove();
    highlight.pick([]);
    const point = lookup?.point;
    const candidates = choices(lookup);
    showChoices(candidates);
    if (point) {
      pin.setLatLng([point.lat, point.lon]).addTo(map);
    }
    if (grid && question.follow) {
      goTo(map, grid.bbox);
    }
    const places = point ? [point] : candidates.map((candidate) => candidate.point).filter(Boolean);
    const wanted = places.length > 0 ? gridsAt(lookup) : grid ? [grid] : [];
    const shapes = [];
    const outlined = wanted.map((one) =>
      outline(store, one, signal, (shape) => {
        shapes.push(shape);
        highlight.pick([...shapes]);
      }),
    );
    if (places.length > 0 && question.follow) {
      await Promise.race([Promise.all(outlined), new Promise((resolve) => setTimeout(resolve, SOON))]);
      if (!signal.aborted) {
        const boxes = places.map(({ lon, lat }) => [lon, lat, lon, lat]);
        goTo(map, [...boxes, ...shapes.map(({ box }) => degreesOf(box))].reduce(union));
      }
    }
  });
}

/**
 * Fetches a grid's outline, however late; the tiles of the map say so when the server can't be
 * reached.
 * @returns {Promise<void>} resolves when it has come, can't be had or comes late
 */
function outline(store, { level, code }, signal, show) {
  return new Promise((resolve, reject) => {
    store.find(level, code, signal, resolve).then(
      (shape) => {
        if (!signal.aborted) {
          show(shape);
        }
        resolve();
      },
      (error) => (['Problem', 'AbortError'].includes(error.name) ? resolve() : reject(error)),
    );
  });
}

function numbered(number, at, isMeant) {
  const icon = divIcon({
    className: isMeant ? 'choice' : 'choice suggested',
    html: String(number),
    iconSize: [22, 30],
    iconAnchor: [11, 29],
  });
  return marker(at, { icon, keyboard: false });
}

/** The grids of the answer. @returns {Wanted[]} */
function gridsAt({ responsible, micro }) {
  const wanted = responsible ? [responsible] : [];
  if (micro && micro.code !== responsible?.code) {
    wanted.push({ level: 'MICRO', code: micro.code });
  }
  return wanted;
}

function union(a, b) {
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])];
}
