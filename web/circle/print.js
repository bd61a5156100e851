/**
 * Gives the map the size that it has on paper while the page is printed, so that its middle stays
 * in the middle.
 * @param {import('../leaflet.js').Map} map
 * @param {HTMLButtonElement} button
 */
export function printPart(map, button) {
  const fit = (printing) => {
    const middle = map.getCenter();
    document.body.classList.toggle('printing', printing);
    map.invalidateSize({ animate: false, pan: false });
    map.setView(middle, map.getZoom(), { animate: false });
  };
  addEventListener('beforeprint', () => fit(true));
  addEventListener('afterprint', () => fit(false));
  button.addEventListener('click', () => print());
}
