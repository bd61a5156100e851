import { latLng } from '../leaflet.js';
import { PICKED } from '../palette.js';
import { proposed } from './codes.js';
import { cut } from './hole.js';
import { area, boxOf, covers, latticed, metres, wider } from './plane.js';
import { Refusal } from './refusal.js';
import { PANE } from './shapes.js';
import { snapped } from './snapping.js';
import { split } from './split.js';

/** How near to a boundary is on it, in pixels. */
const REACH = 10;

/** How many points there must be. */
const LEAST = { split: 2, hole: 3 };

const LINE = { pane: PANE, interactive: false, color: PICKED, weight: 3 };

/**
 * Draws the line that cuts a grid, or the ground of a dedicated grid, point by point.
 * @param {import('../leaflet.js').Map} map
 * @param {import('./editing.js').Editing} editing
 * @param {Object} tools Leaflet.Editable's
 * @param {import('./loading.js').Loading} loading
 * @returns {{point: (place: {lon: number, lat: number}) => void, finish: () => void}} for keys
 */
export function drawingPart(map, editing, tools, loading) {
  let layer = null;
  /** What is drawn for: a tool and, of a cut, the grid. */
  let wanted = '';

  const onto = (latlng) => {
    const [west, south] = [latlng.lng, latlng.lat];
    const aside = map.containerPointToLatLng(map.latLngToContainerPoint(latlng).add([REACH, 0]));
    const reach = metres([west, south], [aside.lng, aside.lat]);
    const near = editing.coverage.near(wider(boxOf([[west, south]]), reach));
    const place = snapped(near, [west, south], reach);
    return place ? { lng: place[0], lat: place[1] } : latlng;
  };
  const positions = () => layer.getLatLngs().flat(2).map(({ lng, lat }) => latticed([lng, lat]));
  const commit = async () => {
    const [drawn, tool, grid] = [positions(), editing.tool, editing.grid];
    stop();
    if (drawn.length < LEAST[tool]) {
      follow();
      return;
    }
    const isThere = tool === 'split' ? await loading.around(grid) : await loading.has(boxOf(drawn));
    if (!isThere || editing.tool !== tool) {
      return;
    }
    const code = tool === 'split' ? cutInTwo(editing, grid.code, drawn) : cutOut(editing, drawn);
    if (code) {
      editing.take(null);
      editing.select(code);
    }
  };
  const start = () => {
    layer = editing.tool === 'split' ? tools.startPolyline(undefined, LINE) : tools.startPolygon(undefined, LINE);
    layer.on({
      'editable:drawing:click': ({ latlng }) => {
        const { lng, lat } = onto(latlng);
        Object.assign(latlng, { lng, lat });
      },
      'editable:drawing:commit': commit,
    });
  };
  const stop = () => {
    const ended = layer;
    layer = null;
    wanted = '';
    if (ended) {
      tools.stopDrawing();
      ended.disableEdit();
      ended.remove();
    }
  };
  const follow = () => {
    const { tool, selected } = editing;
    const next = tool === 'hole' ? tool : tool === 'split' && selected ? `${tool} ${selected}` : '';
    if (next !== wanted) {
      stop();
      wanted = next;
      if (wanted) {
        start();
      }
    }
  };

  editing.addEventListener('change', follow);
  return {
    point: ({ lon, lat }) => {
      const place = onto({ lng: lon, lat });
      const last = layer.getLatLngs().flat(2).at(-1);
      if (last && last.lng === place.lng && last.lat === place.lat) {
        tools.commitDrawing();
      } else {
        if (!layer.editor.isConnected()) {
          layer.editor.connect();
        }
        layer.editor.push(latLng(place));
      }
    },
    finish: () => tools.commitDrawing(),
  };
}

/** @returns {string|null} code of the new part */
function cutInTwo(editing, code, line) {
  let part = null;
  editing.act((coverage) => {
    const outcome = split(coverage, code, line);
    part = outcome.part;
    return outcome.coverage;
  });
  return part;
}

/** @returns {string|null} code of the dedicated grid */
function cutOut(editing, ring) {
  let code = null;
  const isDone = editing.act((coverage) => {
    const parentCode = communityOf(coverage, ring);
    const facts = { level: 'DEDICATED', parentCode };
    code = proposed(coverage, facts);
    const outer = area(ring) > 0 ? ring : ring.toReversed();
    return cut(coverage, { code, name: code, kind: null, households: null, ...facts, polygons: [[outer]] });
  });
  return isDone ? code : null;
}

/** The community that has most of the corners. */
function communityOf(coverage, ring) {
  const [most] = coverage
    .ofLevel('COMMUNITY')
    .map(({ code, polygons }) => ({ code, corners: ring.filter((one) => covers(polygons.flat(), one)).length }))
    .filter(({ corners }) => corners > 0)
    .sort((a, b) => b.corners - a.corners);
  if (!most) {
    throw new Refusal('community');
  }
  return most.code;
}
