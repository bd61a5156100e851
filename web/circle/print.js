/**
 * Gives the map the size that it has on paper while the page is printed, so that its middle stays
 * in the middle, and opens its legend.
 * @param {import('../leaflet.js').Map} map
 * @param {HTMLDetailsElement} legend
 * @param {HTMLButtonElement} button
 */
export function printPart(map, legend, button) {
  let wasOpen = legend.open;

  const fit = (printing) => {
    const middle = map.getCenter();
    document.body.classList.toggle('printing', printing);
    map.invalidateSize({ animate: false, pan: false });
    map.setView(middle, map.getZoom(), { animate: false });
  };

  addEventListener('beforeprint', () => {
    wasOpen = legend.open;
    legend.open = true;
    fit(true);
  });
  addEventListener('afterprint', () => {
    legend.open = wasOpen;
    fit(false);
  });
  button.addEventListener('click', () => print());
}
