import { FindingsLayer } from '../check/findings-layer.js';
import { sentenceOf } from '../check/finding.js';
import { severitySample } from '../check/marks.js';
import { saidOf } from '../said.js';
import { el } from '../dom.js';
import { onLanguage, t } from '../language.js';

/** How near findings are looked at: the zoom. */
const NEAR = 17;

/**
 * What is found wrong, listed and on the map.
 * @param {import('../leaflet.js').Map} map
 * @param {import('./editing.js').Editing} editing
 * @param {import('../answer.js').Answer<import('./asking.js').Finding[]>} answer
 * @param {HTMLElement} place
 * @param {() => boolean} isOpen
 */
export function findingsPart(map, editing, answer, place, isOpen) {
  const layer = new FindingsLayer(map);
  const list = el('ol');

  const draw = () => layer.show(isOpen() ? (answer.value ?? []) : [], null);
  const show = () => {
    place.hidden = answer.status === 'none';
    list.classList.toggle('stale', answer.status === 'asking');
    if (answer.status !== 'asking') {
      const rows = (answer.value ?? []).map(row);
      const none = answer.status === 'answered' && rows.length === 0;
      list.replaceChildren(...(none ? [el('li', { class: 'none' }, t('editor.sound'))] : rows));
    }
    draw();
  };
  const row = (finding) => {
    const { severity, kind, at, grids } = finding;
    const look = () => {
      editing.select(editing.coverage.grid(grids[0]) ? grids[0] : null);
      if (at) {
        map.setView([at.lat, at.lon], Math.max(map.getZoom(), NEAR));
      }
    };
    return el(
      'li',
      { 'data-kind': kind },
      severitySample(severity),
      el('span', { class: 'hidden-text' }, t('check.' + severity)),
      el('button', { type: 'button', class: 'name', click: look }, sentenceOf(finding)),
    );
  };

  place.append(
    el('h3', { 'data-t': 'editor.findings' }, t('editor.findings')),
    saidOf(answer, 'editor.checking'),
    list,
  );
  answer.addEventListener('change', show);
  onLanguage(show);
  return { follow: draw };
}
