import { show } from '../map.js';

/**
 * Keeps the URL's hash, the map's view and what is asked about the same, both ways.
 * @param {import('../leaflet.js').Map} map
 * @param {import('../state.js').State} state
 * @param {import('../inquiry.js').Inquiry} inquiry
 */
export function historyTool(map, state, inquiry) {
  const ask = () => {
    const { view, at, grid } = state.shown;
    const follow = view === null;
    if (grid) {
      inquiry.ask({ code: grid, follow });
    } else if (at) {
      inquiry.ask({ point: at, follow });
    } else {
      inquiry.close();
    }
  };

  const keepView = () => {
    const { lng, lat } = map.getCenter();
    state.update({ view: { zoom: map.getZoom(), lon: lng, lat } });
  };

  map.on('moveend', keepView);
  inquiry.addEventListener('change', () => {
    // A question that failed stays in the hash, to be asked again.
    if (inquiry.status === 'answered' || inquiry.status === 'none') {
      state.update({ at: inquiry.lookup?.point ?? null, grid: inquiry.grid?.code ?? null });
    }
  });
  state.addEventListener('navigate', () => {
    const { view } = state.shown;
    if (view) {
      show(map, view);
    }
    ask();
  });

  if (state.shown.at || state.shown.grid) {
    ask();
  }
  keepView();
}
