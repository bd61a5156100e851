import { FindingsLayer } from '../check/findings-layer.js';
import { sentenceOf } from '../check/finding.js';
import { severitySample } from '../check/marks.js';
import { saidOf } from '../said.js';
import { el } from '../dom.js';
import { onLanguage, t } from '../language.js';
import { lookAt } from '../map.js';

/** How near findings are looked at: the zoom. */
const NEAR = 17;

/**
 * What is found wrong, listed and on the map; what was so before apart, for who wants to see it.
 * @param {import('../leaflet.js').Map} map
 * @param {import('./editing.js').Editing} editing
 * @param {import('../answer.js').Answer<import('./asking.js').Finding[]>} answer
 * @param {HTMLElement} place
 * @param {() => boolean} isOpen
 */
export function findingsPart(map, editing, answer, place, isOpen) {
  const layer = new FindingsLayer(map);
  const list = el('ol');
  const formerTitle = el('summary');
  const formerList = el('ol');
  const former = el('details', {}, formerTitle, formerList);

  const draw = () => {
    const found = isOpen() ? (answer.value ?? []) : [];
    layer.show(former.open ? found : found.filter(({ isNew }) => isNew), null);
  };
  const show = () => {
    place.hidden = answer.status === 'none';
    place.classList.toggle('stale', answer.status === 'asking');
    if (answer.status !== 'asking') {
      const found = answer.value ?? [];
      const arisen = found.filter(({ isNew }) => isNew);
      const standing = found.filter(({ isNew }) => !isNew);
      const none = answer.status === 'answered' && arisen.length === 0;
      list.replaceChildren(...(none ? [el('li', { class: 'none' }, t('editor.sound'))] : arisen.map(row)));
      former.hidden = standing.length === 0;
      formerTitle.textContent = t('editor.former', standing.length);
      formerList.replaceChildren(...standing.map(row));
    }
    draw();
  };
  const row = (finding) => {
    const { severity, kind, at, grids } = finding;
    const look = () => {
      editing.select(editing.coverage.grid(grids[0]) ? grids[0] : null);
      if (at) {
        lookAt(map, at, NEAR);
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
    former,
  );
  former.addEventListener('toggle', draw);
  answer.addEventListener('change', show);
  onLanguage(show);
  return { follow: draw };
}
