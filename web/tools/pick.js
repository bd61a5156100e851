import { rounded } from '../geo.js';

/**
 * Who is told of the places that are pointed at on the map.
 * @typedef {Object} Aim
 * @property {(taker: ((place: {lon: number, lat: number}, slack: number) => void)|null) => void} lend
 *     to somebody until it is lent to another; null ends it. The slack is by how many pixels the
 *     place may be off what was meant
 */

/**
 * Asks about a point of the map: where it is clicked, or its centre on Enter; unless the aim is
 * lent.
 * @param {import('../leaflet.js').Map} map
 * @param {import('../inquiry.js').Inquiry} inquiry
 * @returns {Aim}
 */
export function pickTool(map, inquiry) {
  const ask = (point) => inquiry.ask({ point, follow: false });
  let taker = ask;
  const take = ({ lng, lat }, slack) => taker({ lon: rounded(lng), lat: rounded(lat) }, slack);
  // By keys the centre comes no nearer to a place than half a step along both axes.
  const steps = map.options.keyboardPanDelta * Math.SQRT1_2;
  map.on('click', (event) => take(event.latlng.wrap(), 0));
  const container = map.getContainer();
  container.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && event.target === container) {
      take(map.getCenter(), steps);
    }
  });
  return {
    lend: (other) => {
      taker = other ?? ask;
    },
  };
}
