import { PAGES } from '../state.js';

/** Where what is asked on the map is answered. */
const ANSWERING = ['find', 'circle'];

/**
 * The pages beside the map, one at a time. What is asked on the map is answered on the first
 * where the page that is open does not answer.
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
  const openAnswering = () => ANSWERING.includes(state.shown.page) || open(PAGES[0]);
  map.on('click', openAnswering);
  map.getContainer().addEventListener('keydown', ({ key, target, currentTarget }) => {
    if (key === 'Enter' && target === currentTarget) {
      openAnswering();
    }
  });
  document.addEventListener('keydown', ({ key, target }) => {
    if (key === '/' && !target.matches('input, select, textarea')) {
      openAnswering();
    }
  });
  state.addEventListener('change', show);
  show();
}
