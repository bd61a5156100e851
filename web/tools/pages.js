import { PAGES } from '../state.js';

/**
 * The pages beside the map, one at a time. What is asked on the map is answered on the first.
 * @param {import('../state.js').State} state
 * @param {import('../leaflet.js').Map} map
 */
export function pagesTool(state, map) {
  const tabs = [...document.querySelectorAll('#pages button')];

  const show = () => {
    document.body.dataset.page = state.shown.page;
    tabs.forEach((tab) => tab.setAttribute('aria-pressed', String(tab.value === state.shown.page)));
  };
  const open = (page) => page === state.shown.page || state.update({ page });

  tabs.forEach((tab) => tab.addEventListener('click', () => open(tab.value)));
  map.on('click', () => open(PAGES[0]));
  map.getContainer().addEventListener('keydown', ({ key, target, currentTarget }) => {
    if (key === 'Enter' && target === currentTarget) {
      open(PAGES[0]);
    }
  });
  document.addEventListener('keydown', ({ key, target }) => {
    if (key === '/' && !target.matches('input, select, textarea')) {
      open(PAGES[0]);
    }
  });
  state.addEventListener('change', show);
  show();
}
