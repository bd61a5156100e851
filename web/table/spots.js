import { asOf, get } from '../api.js';
import { divIcon, layerGroup, marker } from '../leaflet.js';

/** Outcomes of rows that may have a place. */
const PLACED = ['AMBIGUOUS', 'PARTIAL', 'OUTSIDE'];

/** The places of problem rows on the map: a row's own, or the likeliest candidate's. */
export class Spots {
  #layer = layerGroup();
  #map;
  #asking = new AbortController();

  /** @param {import('../leaflet.js').Map} map */
  constructor(map) {
    this.#map = map;
  }

  /** @param {boolean} isShown */
  show(isShown) {
    this.#layer[isShown ? 'addTo' : 'removeFrom'](this.#map);
  }

  clear() {
    this.#asking.abort();
    this.#layer.clearLayers();
  }

  /**
   * Looks rows up, one after the other, and marks where they are.
   * @param {{line: number, outcome: string, question: import('../inquiry.js').Question|null}[]} rows
   * @param {import('../api.js').Time} time
   * @param {(question: import('../inquiry.js').Question) => void} open
   * @returns {Promise<number[][]|null>} lon and lat of those that have a place; null when it was given up
   */
  async mark(rows, time, open) {
    this.clear();
    this.#asking = new AbortController();
    const { signal } = this.#asking;
    const places = [];
    try {
      for (const { line, outcome, question } of rows) {
        if (question && PLACED.includes(outcome)) {
          const answer = await lookedUp(question, time, signal);
          const point = answer.point ?? answer.candidates?.find((each) => each.point)?.point;
          if (point) {
            places.push([point.lon, point.lat]);
            this.#add(line, outcome, point, () => open(question));
          }
        }
      }
      return places;
    } catch (error) {
      if (error.name === 'AbortError') {
        return null;
      }
      throw error;
    }
  }

  #add(line, outcome, { lon, lat }, click) {
    const icon = divIcon({ className: 'spot ' + outcome, html: String(line), iconSize: [30, 18] });
    marker([lat, lon], { icon, keyboard: false }).on('click', click).addTo(this.#layer);
  }
}

function lookedUp({ point, address }, time, signal) {
  const query = { ...(point ?? { address }), ...asOf(time) };
  return get('api/v1/lookup?' + new URLSearchParams(query), signal);
}
