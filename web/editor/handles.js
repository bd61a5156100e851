import { polygon } from '../leaflet.js';
import { PICKED } from '../palette.js';
import { key, latticed } from './plane.js';
import { PANE, latLngsOf } from './shapes.js';
import { sound } from './sound.js';
import { deleted, inserted, moved } from './vertices.js';

/** @typedef {import('./coverage.js').Coverage} Coverage */
/** @typedef {import('./plane.js').Position} Position */

/** How far an arrow key moves a vertex, in pixels; with Shift ten times as far. */
const NUDGE = 1;

const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/**
 * The vertices of the selected grid, to be dragged, added and taken away; by keys too. Whoever
 * has a vertex follows.
 * @param {import('../leaflet.js').Map} map
 * @param {import('./editing.js').Editing} editing
 * @param {(grid: import('./coverage.js').Grid) => Promise<boolean>} around has all that borders on it
 */
export function handlesPart(map, editing, around) {
  let shape = null;
  let grid = null;
  /**
   * The vertex that is under way, and what makes it one.
   * @type {{vertex: Position, made: (coverage: Coverage) => Coverage}|null}
   */
  let held = null;
  /** Where the keyboard was. @type {string|null} */
  let focused = null;
  let planned = false;
  /** Whether the handles are to be made anew though the grid is the same. */
  let forced = false;

  const begin = (marker) => {
    const { position } = marker.latlng;
    const { code } = grid;
    const place = positionOf(marker.latlng);
    held = position
      ? { vertex: position, made: (coverage) => coverage }
      : {
          vertex: inserted(editing.coverage, code, place).vertex,
          made: (coverage) => inserted(coverage, code, place).coverage,
        };
  };
  const drag = ({ latlng }) => {
    const { vertex, made } = held;
    editing.show(moved(made(editing.coverage), vertex, positionOf(latlng)));
  };
  /**
   * Takes the step that is under way.
   * @param {(made: Coverage, vertex: Position) => Coverage} step @returns {boolean} whether it was taken
   */
  const end = (step) => {
    const { vertex, made } = held;
    held = null;
    const isTaken = editing.act((before) => sound(before, step(made(before), vertex)));
    // A step that is refused leaves the handle where it was dropped.
    forced = true;
    follow();
    return isTaken;
  };
  const move = (position) => end((made, vertex) => moved(made, vertex, position));
  const drop = ({ vertex }) => held && move(positionOf(vertex.latlng));
  const add = (marker) => {
    begin(marker);
    const begun = held;
    // It may be left where it is, which Leaflet.Editable does not tell.
    addEventListener('pointerup', () => requestAnimationFrame(() => held === begun && end((made) => made)), { once: true });
  };
  const take = (marker) => {
    const { position } = marker.latlng;
    held = null;
    if (position) {
      editing.act((coverage) => deleted(coverage, position));
    }
  };

  const keys = (event) => {
    const marker = markers().find((one) => one.getElement() === event.target);
    const arrow = ARROWS[event.key];
    if (!marker?.latlng.position || !(arrow || ['Delete', 'Backspace'].includes(event.key))) {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    if (!arrow) {
      take(marker);
      return;
    }
    const pixels = arrow.map((one) => one * NUDGE * (event.shiftKey ? 10 : 1));
    const at = map.latLngToContainerPoint(marker.latlng).add(pixels);
    const place = latticed(positionOf(map.containerPointToLatLng(at)));
    begin(marker);
    if (move(place)) {
      // The keyboard stays with it.
      marker.latlng.position = place;
    }
  };
  const markers = () => (shape?.getLatLngs() ?? []).flat(2).map((latlng) => latlng.__vertex).filter(Boolean);

  const build = () => {
    shape = polygon([], { pane: PANE, interactive: false, color: PICKED, weight: 3, fill: false });
    shape.setLatLngs(latLngsOf(grid));
    grid.polygons.flat(2).forEach((position, i) => {
      shape.getLatLngs().flat(2)[i].position = position;
    });
    shape.addTo(map).enableEdit(map);
    shape.on({
      'editable:vertex:dragstart': ({ vertex }) => held ?? begin(vertex),
      'editable:vertex:drag': drag,
      'editable:vertex:dragend': drop,
      'editable:vertex:new': ({ vertex }) => add(vertex),
      'editable:vertex:contextmenu': ({ vertex }) => take(vertex),
      'editable:vertex:click': (event) => {
        event.cancel();
        event.vertex.getElement().focus();
      },
    });
    const again = markers().find(({ latlng }) => latlng.position && key(latlng.position) === focused);
    again?.getElement().focus();
  };
  const show = async () => {
    planned = false;
    const wanted = editing.tool === 'boundary' ? editing.grid : null;
    if (wanted === grid && !forced) {
      return;
    }
    forced = false;
    focused = keyOf(markers().find((one) => one.getElement() === document.activeElement));
    shape?.disableEdit();
    shape?.remove();
    shape = null;
    grid = wanted;
    if (grid && (await around(grid)) && grid === wanted && !shape) {
      build();
    }
  };
  const follow = () => {
    if (held === null && !planned) {
      planned = true;
      // Not before Leaflet has done with the marker that was dropped.
      requestAnimationFrame(show);
    }
  };

  editing.addEventListener('change', follow);
  map.getPane('markerPane').addEventListener('keydown', keys);
}

function keyOf(marker) {
  return marker?.latlng.position ? key(marker.latlng.position) : null;
}

function positionOf({ lng, lat }) {
  return [lng, lat];
}
