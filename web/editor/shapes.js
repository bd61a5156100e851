import { label } from '../grids/labels.js';
import { Overlay } from '../grids/overlay.js';
import { shapeOf } from '../grids/shape.js';
import { canvas, polygon } from '../leaflet.js';
import { meet } from '../geo.js';
import { CHANGES, DEDICATED, DEDICATED_TINT, LINES, PICKED, townTint } from '../palette.js';
import { DRAWN, bodyOf } from './coverage.js';

/** See map.js. */
export const PANE = 'editor';

/** @type {WeakMap<import('./coverage.js').Grid, import('../geo.js').Shape>} */
const labelled = new WeakMap();

/**
 * The grids that are edited, on the map: tinted by parent, those that are others than in the
 * edition with a line of their own, and the selected one.
 * @param {import('../leaflet.js').Map} map
 * @param {import('./editing.js').Editing} editing
 * @param {() => boolean} isOpen whether they are to be seen
 */
export function shapesPart(map, editing, isOpen) {
  const renderer = canvas({ pane: PANE, padding: 0.5 });
  /** @type {Map<string, {key: Object, layer: import('../leaflet.js').Polygon}>} */
  const drawn = new Map();
  const labels = new Overlay({
    pane: PANE + '-labels',
    draw: (context, frame, box) => label(context, frame, box, { loaded }, new Set()),
  });
  let planned = false;

  const loaded = (level, box) =>
    DRAWN.includes(level) && isOpen()
      ? editing.coverage.ofLevel(level).map(shapeFor).filter((shape) => meet(shape.box, box))
      : [];
  const show = () => {
    planned = false;
    const coverage = editing.preview ?? editing.coverage;
    const changed = new Set(editing.changes.map(({ code }) => code));
    const grids = isOpen() ? coverage.ofLevel(...DRAWN) : [];
    const there = new Set(grids.map(({ code }) => code));
    for (const [code, { layer }] of drawn) {
      if (!there.has(code)) {
        layer.remove();
        drawn.delete(code);
      }
    }
    for (const grid of grids) {
      draw(grid, styleOf(grid, changed.has(grid.code), grid.code === editing.selected));
    }
    drawn.get(editing.selected)?.layer.bringToFront();
    if (map.hasLayer(labels)) {
      labels.redraw();
    } else {
      map.addLayer(labels);
    }
  };
  const draw = (grid, style) => {
    const found = drawn.get(grid.code);
    const look = JSON.stringify(style);
    if (found?.grid === grid && found.look === look) {
      return;
    }
    const layer = found?.layer ?? polygon([], { renderer, pane: PANE, interactive: false }).addTo(map);
    layer.setStyle(style);
    if (found?.grid !== grid) {
      layer.setLatLngs(latLngsOf(grid));
    }
    drawn.set(grid.code, { grid, look, layer });
  };
  const follow = () => {
    // Several changes of one moment are drawn once.
    if (!planned) {
      planned = true;
      requestAnimationFrame(show);
    }
  };

  editing.addEventListener('change', follow);
  return { follow };
}

/** @param {import('./coverage.js').Grid} grid as Leaflet has it */
export function latLngsOf({ polygons }) {
  return polygons.map((rings) => rings.map((ring) => ring.map(([lon, lat]) => [lat, lon])));
}

function styleOf({ level, parentCode }, isChanged, isSelected) {
  const dedicated = level === 'DEDICATED';
  return {
    color: isSelected ? PICKED : isChanged ? CHANGES.RESHAPED : dedicated ? DEDICATED : LINES.GENERAL.colour,
    weight: isSelected ? 3 : isChanged ? 2.2 : 1.2,
    fillColor: dedicated ? DEDICATED_TINT : townTint(parentCode),
    fillOpacity: dedicated ? 0.8 : 0.7,
    dashArray: isChanged && !isSelected ? '6 3' : null,
  };
}

function shapeFor(grid) {
  if (!labelled.has(grid)) {
    const { geometry, ...properties } = bodyOf(grid);
    labelled.set(grid, shapeOf({ id: grid.code, properties, geometry }, grid.level));
  }
  return labelled.get(grid);
}
