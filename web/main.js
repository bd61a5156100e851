import { Catalogue } from './editions/catalogue.js';
import { Districts } from './districts.js';
import { GridStore } from './grids/store.js';
import { Highlight } from './grids/highlight.js';
import { Inquiry } from './inquiry.js';
import { Session } from './session.js';
import { State } from './state.js';
import { arrive } from './departure.js';
import { createMap, goTo } from './map.js';
import { asOf, settings } from './api.js';
import { baseTiles } from './grids/base.js';
import { t } from './language.js';
import { basemapTool } from './tools/basemap.js';
import { checkTool } from './tools/check.js';
import { circleTool } from './tools/circle.js';
import { compareTool } from './tools/compare.js';
import { districtsTool } from './tools/districts.js';
import { editionsTool } from './tools/editions.js';
import { editorTool } from './tools/editor.js';
import { historyTool } from './tools/history.js';
import { hoverTool } from './tools/hover.js';
import { labelsTool } from './tools/labels.js';
import { languageTool } from './tools/language.js';
import { lateTool } from './tools/late.js';
import { levelsTool } from './tools/levels.js';
import { markTool } from './tools/mark.js';
import { pagesTool } from './tools/pages.js';
import { panelTool } from './tools/panel.js';
import { pickTool } from './tools/pick.js';
import { recentTool } from './tools/recent.js';
import { searchTool } from './tools/search.js';
import { sessionTool } from './tools/session.js';
import { statusTool } from './tools/status.js';
import { tableTool } from './tools/table.js';
import { timeTool } from './tools/time.js';
import { uploadTool } from './tools/upload.js';

/** How many squares with figures are kept: whole features are much larger than tiles. */
const FIGURES = 600;

const CHENGDU = [102.99, 30.09, 104.9, 31.44];

// Before anything else reads the page's address.
const arrival = arrive();
const state = new State();
const session = new Session();
const inquiry = new Inquiry();
const districts = new Districts();
const catalogue = new Catalogue();
const store = new GridStore(asOf(state.shown.time));
const figures = new GridStore({}, FIGURES);
const map = createMap(document.querySelector('#map'));
const tiles = baseTiles(store, state);
const renew = () => {
  store.renew(asOf(state.shown.time));
  tiles.repaint();
};
const told = settings();

languageTool(state);
const { complain, fail } = statusTool(inquiry);
pagesTool(state, map, told).catch(fail);
sessionTool(session, inquiry, told, arrival).catch(fail);
searchTool(inquiry, state, { complain, fail });
recentTool(inquiry);
timeTool(state, inquiry, renew);
panelTool(inquiry, map.getContainer());
const aim = pickTool(map, inquiry);
editionsTool(state, session, catalogue, districts, inquiry);
uploadTool(session, catalogue, (edition) => state.update({ check: edition }));
tiles.on('tileerror', () => complain(t('problem.data')));

const box = districtsTool(map, inquiry, districts, store, { renew, fail }).catch(fail);
await basemapTool(map, told).catch(fail);
const { view } = state.shown;
if (view) {
  map.setView([view.lat, view.lon], view.zoom);
} else {
  goTo(map, (await box) ?? CHENGDU);
}

map.addLayer(tiles);
const highlight = new Highlight(map, store, tiles);
markTool(map, inquiry, store, highlight);
hoverTool(map, state, store, tiles, highlight);
levelsTool(map, state, tiles);
lateTool([store, figures]);
labelsTool(map, state, store, tiles);
compareTool(map, state, session, catalogue, inquiry);
checkTool(map, state, session, catalogue);
circleTool(map, state, inquiry, districts, { aim, complain, figures, session, store, tiles });
editorTool(state, session, {
  start: ({ editor }) => editor(map, state, session, catalogue, { aim, tiles }),
  fail,
});
tableTool(map, state, inquiry);
historyTool(map, state, inquiry);
