import { el } from '../dom.js';
import { language, onLanguage, t } from '../language.js';
import { LAYERS } from '../levels.js';
import { KIND_TINTS } from '../palette.js';
import { kindName } from '../strings.js';

/**
 * The levels to switch on and off, which is the legend too.
 * @param {import('../leaflet.js').Map} map
 * @param {import('../state.js').State} state
 * @param {{repaint: () => void}} tiles
 */
export function levelsTool(map, state, tiles) {
  const list = document.querySelector('#levels');
  const offNow = () => [...state.shown.off].sort().join();
  let painted = offNow();
  document.querySelector('#legend').open = !matchMedia('(max-width: 720px)').matches;

  const toggle = (level) => {
    const off = new Set(state.shown.off);
    if (!off.delete(level)) {
      off.add(level);
    }
    state.update({ off });
  };

  const rows = LAYERS.map(({ level, from }) => {
    const change = () => toggle(level);
    const box = el('input', { type: 'checkbox', id: 'level-' + level, change });
    const swatch = el('span', { class: 'swatch', 'data-level': level, 'aria-hidden': 'true' });
    const name = el('label', { for: box.id });
    const hint = el('span', { class: 'hint' });
    const kinds = level === 'MICRO' ? el('ul', { class: 'kinds' }) : null;
    list.append(el('li', {}, box, swatch, name, hint, kinds));
    return { level, from, box, name, hint, kinds };
  });

  const refresh = () => {
    for (const { level, from, box, name, hint, kinds } of rows) {
      const near = map.getZoom() >= from;
      box.checked = !state.shown.off.has(level);
      name.textContent = t('level.' + level);
      hint.textContent = near ? '' : t('layers.closer');
      box.closest('li').classList.toggle('far', !near);
      if (kinds) {
        kinds.hidden = !near || !box.checked;
        kinds.setAttribute('aria-label', t('legend.kinds'));
        kinds.replaceChildren(...Object.entries(KIND_TINTS).map(kindRow));
      }
    }
    const off = offNow();
    if (off !== painted) {
      painted = off;
      tiles.repaint();
    }
  };

  map.on('zoomend', refresh);
  state.addEventListener('change', refresh);
  onLanguage(refresh);
}

function kindRow([kind, tint]) {
  const swatch = el('span', { class: 'swatch', 'aria-hidden': 'true' });
  swatch.style.backgroundColor = tint;
  return el('li', {}, swatch, kindName(language(), kind));
}
