import { el } from '../dom.js';
import { onLanguage, t } from '../language.js';
import { boxOfGrid } from './coverage.js';

/** What of a grid may be another, and what that is called. */
const FACTS = {
  name: 'RENAMED',
  parentCode: 'REPARENTED',
  kind: 'KIND_CHANGED',
  households: 'HOUSEHOLDS_CHANGED',
  polygons: 'RESHAPED',
};

/**
 * What is other than in the edition, grid by grid.
 * @param {import('./editing.js').Editing} editing
 * @param {HTMLElement} place
 * @param {(box: import('./plane.js').Box) => void} go has the map show a place
 */
export function changesPart(editing, place, go) {
  const title = el('h3');
  const list = el('ol');
  let listed = null;

  const show = () => {
    const { changes } = editing;
    place.hidden = editing.history.done.length === 0;
    title.textContent = t('editor.changes', changes.length);
    list.replaceChildren(...changes.map(row));
  };
  const row = ({ code, before, after }) => {
    const look = () => {
      editing.select(after ? code : null);
      go(boxOfGrid(after ?? before));
    };
    return el(
      'li',
      { 'data-grid': code },
      el('button', { type: 'button', class: 'name', title: code, click: look }, (after ?? before).name),
      ...whatChanged(before, after).map((what) => el('span', { class: 'what', 'data-change': what }, t('change.' + what))),
    );
  };
  const follow = () => {
    if (editing.history !== listed) {
      listed = editing.history;
      show();
    }
  };

  place.append(title, list);
  editing.addEventListener('change', follow);
  onLanguage(show);
}

function whatChanged(before, after) {
  if (!before || !after) {
    return [before ? 'REMOVED' : 'ADDED'];
  }
  return Object.keys(FACTS)
    .filter((fact) => JSON.stringify(before[fact]) !== JSON.stringify(after[fact]))
    .map((fact) => FACTS[fact]);
}
