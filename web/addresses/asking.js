import { getOpen, lookup } from '../api.js';

/**
 * What a text that is being typed may become.
 * @typedef {Object} Suggestion
 * @property {string} text to be typed in its place
 * @property {string} kind NUMBER for a whole address, LANDMARK for a facility, else that of a name
 *     under which more is to be typed
 * @property {import('../api.js').Place} district
 * @property {string|null} town
 * @property {number} addresses how many there are under the name
 */

/**
 * @param {string} text
 * @param {{lon: number, lat: number}|null} near what is nearer to it comes first
 * @param {AbortSignal} signal
 * @returns {Promise<Suggestion[]>} the likeliest first
 */
export async function suggestions(text, near, signal) {
  const query = { q: text, ...(near && { lon: near.lon, lat: near.lat }) };
  return (await getOpen('api/v1/addresses?' + new URLSearchParams(query), signal)).suggestions;
}

/**
 * Looks a text up that may be an address or a position.
 * @param {string} address
 * @param {string} datum of a position
 * @param {import('../api.js').Time} time
 * @returns {Promise<import('../api.js').Lookup>}
 */
export async function lookupText(address, datum, time) {
  if (datum === 'wgs84') {
    return lookup({ address }, time);
  }
  try {
    return await lookup({ address, datum }, time);
  } catch (error) {
    // Only the server knows whether a text is a position; a datum goes with nothing else.
    if (error.parameter === 'datum') {
      return lookup({ address }, time);
    }
    throw error;
  }
}
