import { el } from '../dom.js';
import { DomEvent, tooltip } from '../leaflet.js';
import { sentenceOf } from './finding.js';

/**
 * Tells what is wrong where the mouse is on a mark, and chooses it on a click, which then asks
 * nothing else of the map.
 * @param {import('../leaflet.js').Map} map
 * @param {import('./findings-layer.js').FindingsLayer} layer
 * @param {() => boolean} isOn whether clicks are ours at all
 * @param {(finding: import('./finding.js').Finding) => void} choose
 */
export function pointAtFindings(map, layer, isOn, choose) {
  const tip = tooltip({ direction: 'top', offset: [0, -8], className: 'finding-tip' });
  const container = map.getContainer();
  map.on('mousemove', ({ containerPoint }) => {
    const finding = layer.at(containerPoint);
    container.classList.toggle('at-finding', finding !== null);
    if (finding) {
      const { lon, lat } = finding.at;
      tip.setContent(el('span', {}, sentenceOf(finding))).setLatLng([lat, lon]).addTo(map);
    } else {
      tip.remove();
    }
  });
  map.on('mouseout', () => tip.remove());
  // Before the map sees it.
  container.addEventListener(
    'click',
    (event) => {
      const isMeant = isOn() && !event.target.closest('.leaflet-control') && !map.dragging.moved();
      const finding = isMeant ? layer.at(DomEvent.getMousePosition(event, container)) : null;
      if (finding) {
        event.stopPropagation();
        choose(finding);
      }
    },
    { capture: true },
  );
}
