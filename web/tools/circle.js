import { choicesPart } from '../circle/choices.js';
import { Circle } from '../circle/circle.js';
import { gridPart } from '../circle/grid.js';
import { layerPart } from '../circle/layer.js';
import { legendPart } from '../circle/legend.js';
import { printPart } from '../circle/print.js';
import { sheetPart } from '../circle/sheet.js';
import { unservedPart } from '../circle/unserved.js';
import { walkPart } from '../circle/walk.js';

/**
 * The living circle: who reaches what on foot, on the map and beside it.
 * @param {import('../leaflet.js').Map} map
 * @param {import('../state.js').State} state
 * @param {import('../inquiry.js').Inquiry} inquiry
 * @param {import('../districts.js').Districts} districts
 * @param {{tiles: import('../leaflet.js').GridLayer, complain: (text: string) => void}} hooks the
 *     tiles of the grids, and where to say that some colours are missing
 */
export function circleTool(map, state, inquiry, districts, { tiles, complain }) {
  const place = document.querySelector('#circle');
  const part = (name) => place.querySelector(`[data-part=${name}]`);
  const legend = document.querySelector('#circle-legend');
  const circle = new Circle(state, inquiry, districts);
  choicesPart(circle, part('choices'));
  layerPart(map, circle, part('layer'), tiles, complain);
  const unserved = unservedPart(map, circle, part('layer'));
  legendPart(map, circle, unserved, legend);
  gridPart(circle, part('grid'));
  walkPart(map, circle, part('walk'));
  sheetPart(circle, part('sheet'), part('layer'));
  printPart(map, legend, part('print'));
}
