/**
 * Asks about a point of the map: where it is clicked, or its centre on Enter.
 * @param {import('../leaflet.js').Map} map
 * @param {import('../inquiry.js').Inquiry} inquiry
 */
export function pickTool(map, inquiry) {
  const ask = ({ lng, lat }) => {
    inquiry.ask({ point: { lon: rounded(lng), lat: rounded(lat) }, follow: false });
  };
  map.on('click', (event) => ask(event.latlng.wrap()));
  const container = map.getContainer();
  container.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && event.target === container) {
      ask(map.getCenter());
    }
  });
}

/** To a tenth of a metre, which is what the hash keeps: going back asks the same again. */
function rounded(degrees) {
  return Number(degrees.toFixed(6));
}
