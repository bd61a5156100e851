import { latOf, lonOf, rounded, worldX, worldY } from '../../geo.js';
import { Overlay } from '../../grids/overlay.js';
import { strokeWithHalo } from '../../halo.js';
import { layerOf } from '../../levels.js';
import { INK } from '../../palette.js';

/** How near to its middle a place is on a facility's ring, in pixels. */
const REACH = 12;

const { level: LEVEL, dataZoom: FROM } = layerOf('FACILITY');

/**
 * The facilities in force of a kind that are in sight, ringed, to be taken up from the zoom on from
 * which they can be told apart.
 * @param {import('../../leaflet.js').Map} map
 * @param {import('../../grids/store.js').GridStore} store
 * @param {(error: Error) => void} failed when they can't be had
 * @returns {{ring: (kind: string|null) => void, at: (place: import('./items.js').LonLat, kind: string, slack: number) => import('./asking.js').Facility|null}}
 *     `ring` with null rings none; `at` tells whose ring a place is in, or which is nearest within
 *     the slack, in pixels
 */
export function nearbyFacilities(map, store, failed) {
  let ringed = null;
  let request = null;
  const ofKind = (kind, box) =>
    store.loaded(LEVEL, box, map.getZoom()).filter((shape) => shape.kind === kind);
  const overlay = new Overlay({
    pane: 'plan',
    draw: (context, frame, box) => rings(context, frame, ofKind(ringed, box)),
  });

  const gather = () => {
    request?.release();
    request = null;
    if (ringed === null || map.getZoom() < FROM) {
      return;
    }
    const bounds = map.getBounds();
    const box = {
      west: worldX(bounds.getWest()),
      east: worldX(bounds.getEast()),
      north: worldY(bounds.getNorth()),
      south: worldY(bounds.getSouth()),
    };
    const own = (request = store.acquire(LEVEL, box, map.getZoom()));
    for (const { ready } of own.parts) {
      ready.then(
        () => own === request && overlay.redraw(),
        (error) => own === request && failed(error),
      );
    }
  };
  const ring = (kind) => {
    if (kind === ringed) {
      return;
    }
    ringed = kind;
    if (kind === null) {
      overlay.remove();
    } else if (map.hasLayer(overlay)) {
      overlay.redraw();
    } else {
      map.addLayer(overlay);
    }
    gather();
  };
  const at = ({ lon, lat }, kind, slack) => {
    const [x, y] = [worldX(lon), worldY(lat)];
    const reach = Math.max(REACH, slack) / 2 ** map.getZoom();
    const box = { west: x - reach, east: x + reach, north: y - reach, south: y + reach };
    const away = ({ xy }) => Math.hypot(xy[0] - x, xy[1] - y);
    const [nearest] = ofKind(kind, box).sort((a, b) => away(a) - away(b));
    return nearest ? facilityOf(nearest) : null;
  };

  map.on('moveend', gather);
  return { ring, at };
}

function facilityOf({ id, name, kind, xy: [x, y] }) {
  return { id, name, kind, lon: rounded(lonOf(x)), lat: rounded(latOf(y)) };
}

function rings(context, { scale, left, top }, shapes) {
  for (const { xy } of shapes) {
    context.beginPath();
    context.arc(xy[0] * scale - left, xy[1] * scale - top, REACH - 2, 0, 2 * Math.PI);
    strokeWithHalo(context, INK, 2, 5);
    context.beginPath();
    context.arc(xy[0] * scale - left, xy[1] * scale - top, 2.5, 0, 2 * Math.PI);
    context.fillStyle = INK;
    context.fill();
  }
}
