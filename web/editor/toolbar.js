import { onLanguage, t } from '../language.js';
import { problemWords } from '../problems.js';
import { cut, filled } from './hole.js';
import { CLOSE } from './loading.js';

/** Tools that need a grid to be selected. */
const ON_GRID = ['boundary', 'split', 'merge'];

/**
 * What to do on the map, undo and redo, and what to do next. Esc lays the tool aside.
 * @param {import('../leaflet.js').Map} map
 * @param {import('./editing.js').Editing} editing
 * @param {import('./loading.js').Loading} loading
 * @param {HTMLElement} place
 * @param {{isOpen: () => boolean, finish: () => void}} hooks
 */
export function toolbarPart(map, editing, loading, place, { isOpen, finish }) {
  const button = (name) => place.querySelector(`button[name=${name}]`);
  const tools = [...place.querySelectorAll('button[name=tool]')];
  const hint = place.querySelector('[role=status]');

  /** What is done to the selected grid at once, when all that borders on it is there. */
  const deed = (step) => async () => {
    const { grid } = editing;
    if ((await loading.around(grid)) && editing.grid === grid) {
      editing.act((coverage) => step(coverage, grid));
    }
  };
  const show = () => {
    const { tool, grid, refusal, history } = editing;
    for (const one of tools) {
      one.setAttribute('aria-pressed', String(one.value === tool));
    }
    for (const name of ['cut', 'fill']) {
      button(name).hidden = grid?.level !== 'DEDICATED';
    }
    button('finish').hidden = !(tool === 'hole' || (tool === 'split' && grid));
    button('undo').disabled = history.done.length === 0;
    button('redo').disabled = history.undone.length === 0;
    hint.dataset.tone = refusal || loading.problem ? 'bad' : 'none';
    hint.textContent = words(tool, grid, refusal);
    map.getContainer().classList.toggle('planning', isOpen() && tool !== null);
  };
  const words = (tool, grid, refusal) => {
    if (loading.problem) {
      return problemWords(loading.problem);
    }
    if (map.getZoom() < CLOSE) {
      return t('editor.closer');
    }
    if (refusal) {
      return t('editor.refused.' + refusal.reason, nameOf(refusal.grid));
    }
    if (loading.open > 0 && !grid) {
      return t('editor.loading');
    }
    return ON_GRID.includes(tool) && !grid ? t('editor.first') : t('editor.hint.' + (tool ?? 'none'));
  };
  const nameOf = (code) => editing.coverage.grid(code)?.name ?? code;

  for (const one of tools) {
    one.addEventListener('click', () => editing.take(one.value === editing.tool ? null : one.value));
  }
  button('cut').addEventListener('click', deed(cut));
  button('fill').addEventListener('click', deed((coverage, { code }) => filled(coverage, code)));
  button('finish').addEventListener('click', finish);
  button('undo').addEventListener('click', () => editing.undo());
  button('redo').addEventListener('click', () => editing.redo());
  // Before others hear of it, who close what is asked about.
  document.addEventListener(
    'keydown',
    (event) => {
      const { key, target } = event;
      if (!isOpen() || target.closest('dialog')) {
        return;
      }
      const turn = turnOf(event);
      if (key === 'Escape' && editing.tool) {
        event.stopPropagation();
        editing.take(null);
      } else if (turn && !target.matches('input, select, textarea')) {
        event.preventDefault();
        editing[turn]();
      }
    },
    { capture: true },
  );
  editing.addEventListener('change', show);
  loading.addEventListener('change', show);
  map.on('zoomend', show);
  onLanguage(show);
}

/** @returns {'undo'|'redo'|null} */
function turnOf({ key, ctrlKey, metaKey, shiftKey }) {
  if (!ctrlKey && !metaKey) {
    return null;
  }
  const letter = key.toLowerCase();
  return letter === 'y' || (letter === 'z' && shiftKey) ? 'redo' : letter === 'z' ? 'undo' : null;
}
