import { GridStore } from './grids/store.js';
import { GridTiles } from './grids/tiles.js';
import { Highlight } from './grids/highlight.js';
import { Inquiry } from './inquiry.js';
import { State } from './state.js';
import { t } from './language.js';
import { createMap, goTo } from './map.js';
import { basemapTool } from './tools/basemap.js';
import { districtsTool } from './tools/districts.js';
import { historyTool } from './tools/history.js';
import { hoverTool } from './tools/hover.js';
import { labelsTool } from './tools/labels.js';
import { languageTool } from './tools/language.js';
import { levelsTool } from './tools/levels.js';
import { markTool } from './tools/mark.js';
import { panelTool } from './tools/panel.js';
import { pickTool } from './tools/pick.js';
import { searchTool } from './tools/search.js';
import { statusTool } from './tools/status.js';

const CHENGDU = [102.99, 30.09, 104.9, 31.44];

const state = new State();
const inquiry = new Inquiry();
const store = new GridStore();
const map = createMap(document.querySelector('#map'));
const tiles = new GridTiles({ store, off: () => state.shown.off });

languageTool(state);
const { complain, fail } = statusTool(inquiry);
searchTool(inquiry, complain);
panelTool(inquiry, map.getContainer());
pickTool(map, inquiry);
tiles.on('tileerror', () => complain(t('problem.data')));

const renew = () => {
  store.clear();
  tiles.repaint();
};
const districts = districtsTool(map, inquiry, { renew, fail }).catch(fail);
await basemapTool(map).catch(fail);
const { view } = state.shown;
if (view) {
  map.setView([view.lat, view.lon], view.zoom);
} else {
  goTo(map, (await districts) ?? CHENGDU);
}

map.addLayer(tiles);
const highlight = new Highlight(map);
markTool(map, inquiry, store, highlight);
hoverTool(map, state, store, highlight);
levelsTool(map, state, tiles);
labelsTool(map, state, store, tiles);
historyTool(map, state, inquiry);
