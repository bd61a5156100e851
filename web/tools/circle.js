import { choicesPart } from '../circle/choices.js';
import { Circle } from '../circle/circle.js';
import { gridPart } from '../circle/grid.js';
import { layerPart } from '../circle/layer.js';
import { legendPart } from '../circle/legend.js';
import { picturePart } from '../circle/picture.js';
import { planningPart } from '../circle/plan/planning.js';
import { printPart } from '../circle/print.js';
import { sheetPart } from '../circle/sheet.js';
import { unservedPart } from '../circle/unserved.js';
import { walkPart } from '../circle/walk.js';
import { watch } from '../circle/watch.js';

/**
 * The living circle: who reaches what on foot, on the map and beside it, and what a plan would
 * change.
 * @param {import('../leaflet.js').Map} map
 * @param {import('../state.js').State} state
 * @param {import('../inquiry.js').Inquiry} inquiry
 * @param {import('../districts.js').Districts} districts
 * @param {Object} hooks
 * @param {import('./pick.js').Aim} hooks.aim
 * @param {(text: string) => void} hooks.complain says that something on the map is missing
 * @param {import('../grids/store.js').GridStore} hooks.figures the grids with their figures
 * @param {import('../session.js').Session} hooks.session
 * @param {import('../grids/store.js').GridStore} hooks.store the grids and facilities in force
 * @param {import('../leaflet.js').GridLayer} hooks.tiles of the grids
 */
export function circleTool(map, state, inquiry, districts, hooks) {
  const { aim, complain, figures, session, store, tiles } = hooks;
  const place = document.querySelector('#circle');
  const part = (name) => place.querySelector(`[data-part=${name}]`);
  const legend = document.querySelector('#circle-legend');
  const circle = new Circle(state, inquiry, districts);
  choicesPart(circle, part('choices'));
  const coloured = layerPart(map, circle, part('layer'), figures, tiles, complain);
  const unserved = unservedPart(map, circle, part('layer'));
  const open = (code) => inquiry.ask({ code, follow: true });
  const plan = planningPart(map, circle, part('plan'), { aim, complain, figures, open, session, store });
  legendPart(map, circle, unserved, plan.effects, legend);
  gridPart(circle, part('grid'));
  walkPart(map, circle, part('walk'));
  sheetPart(circle, part('sheet'), part('layer'));
  printPart(map, legend, part('print'));
  picturePart(map, circle, legend, districts, coloured, part('picture'), part('layer'));
  watch(circle, districts);
}
