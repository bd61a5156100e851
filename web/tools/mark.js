import { choices, questionOf } from '../addresses/found.js';
import { latOf, lonOf } from '../geo.js';
import { divIcon, layerGroup, marker } from '../leaflet.js';
import { goTo } from '../map.js';

/** @typedef {{level: string, code: string}} Wanted */

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

  inquiry.addEventListener('change', async () => {
    const { status, question, lookup, grid } = inquiry;
    if (status === 'asking') {
      return;
    }
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
    const shapes = await found(store, wanted);
    if (inquiry.lookup !== lookup || inquiry.grid !== grid) {
      return;
    }
    highlight.pick(shapes);
    if (places.length > 0 && question.follow) {
      const boxes = places.map(({ lon, lat }) => [lon, lat, lon, lat]);
      goTo(map, [...boxes, ...shapes.map(bboxOf)].reduce(union));
    }
  });
}

/** The shapes that could be had; the tiles of the map say so when the server can't be reached. */
async function found(store, wanted) {
  const finds = wanted.map(({ level, code }) => store.find(level, code));
  const results = await Promise.allSettled(finds);
  return results.map((result) => result.value).filter(Boolean);
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

function bboxOf({ box }) {
  return [lonOf(box.west), latOf(box.south), lonOf(box.east), latOf(box.north)];
}

function union(a, b) {
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])];
}
