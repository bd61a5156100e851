import { PAGES } from '../state.js';

/** Where what is asked on the map is answered. */
const ANSWERING = ['find', 'circle'];

/** Where pointing at the map stays: it is answered, or changes something. */
const POINTED = [...ANSWERING, 'edit'];

/**
 * The pages beside the map, one at a time. What is asked on the map is answered on the first
 * where the page that is open does not answer. That of the editor has a tab while something is
 * edited. Of the living circle there is none where the
 * server does without.
 * @param {import('../state.js').State} state
 * @param {import('../leaflet.js').Map} map
 * @param {Promise<import('../api.js').Settings>} settings
 */
export async function pagesTool(state, map, settings) {
  const tabs = [...document.querySelectorAll('#pages button')];
  let withCircle = true;

  const show = () => {
    if (!withCircle && state.shown.page === 'circle') {
      open(PAGES[0]);
      return;
    }
    document.body.dataset.page = state.shown.page;
    tabs.forEach((tab) => tab.setAttribute('aria-pressed', String(tab.value === state.shown.page)));
    tabs.find((tab) => tab.value === 'edit').hidden = state.shown.edit === null;
  };
  const open = (page) => page === state.shown.page || state.update({ page });

  tabs.forEach((tab) => tab.addEventListener('click', () => open(tab.value)));
  const openUnless = (pages) => pages.includes(state.shown.page) || open(PAGES[0]);
  map.on('click', () => openUnless(POINTED));
  map.getContainer().addEventListener('keydown', ({ key, target, currentTarget }) => {
    if (key === 'Enter' && target === currentTarget) {
      openUnless(POINTED);
    }
  });
  document.addEventListener('keydown', ({ key, target }) => {
    if (key === '/' && !target.matches('input, select, textarea')) {
      openUnless(ANSWERING);
    }
  });
  state.addEventListener('change', show);
  show();

  withCircle = (await settings).circle;
  tabs.find((tab) => tab.value === 'circle').hidden = !withCircle;
  show();
}
