import { DEDICATED, HALO, INK, OUTSIDE } from '../palette.js';
import { around, widestRoom } from '../geo.js';
import { POINTS, layersAt } from '../levels.js';

const FAMILY = 'system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif';

const STYLES = {
  COMMUNITY: { font: `600 13px ${FAMILY}`, colour: INK, height: 18 },
  DEDICATED: { font: `12px ${FAMILY}`, colour: DEDICATED, height: 16 },
  GENERAL: { font: `500 12px ${FAMILY}`, colour: '#3c566e', height: 16 },
  MICRO: { font: `11px ${FAMILY}`, colour: '#46535e', height: 15 },
  FACILITY: { font: `11px ${FAMILY}`, colour: INK, height: 15 },
  OUTSIDE: { font: `11px ${FAMILY}`, colour: OUTSIDE, height: 15 },
};

/** What every micro grid's name ends in; without it more names fit. */
const SUFFIX = /(?<=.)微网格$/;

/** The name of a point stands under its mark. */
const UNDER_MARK = 17;
const MARK = { width: 19, height: 19 };
const MARK_ROOM = 120;

/**
 * Writes names where they fit into their shape and over no other name, larger levels first.
 * @param {CanvasRenderingContext2D} context
 * @param {import('./paint.js').Frame} frame
 * @param {import('../geo.js').Box} box
 * @param {import('./store.js').GridStore} store
 * @param {Set<string>} off levels that are switched off
 */
export function label(context, frame, box, store, off) {
  const shown = layersAt(frame.zoom, off)
    .filter(({ labels: [first, last] }) => frame.zoom >= first && frame.zoom <= last)
    .map((layer) => layer.level);
  const taken = layersAt(frame.zoom, off)
    .filter((layer) => POINTS.includes(layer.level))
    .flatMap((layer) => store.loaded(layer.level, box, frame.zoom))
    .map((shape) => ({ ...middle(shape, frame), ...MARK }));
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  context.lineWidth = 3;
  context.strokeStyle = HALO;
  for (const level of Object.keys(STYLES).filter((one) => shown.includes(one))) {
    const style = STYLES[level];
    context.font = style.font;
    context.fillStyle = style.colour;
    for (const shape of joined(store.loaded(level, box, frame.zoom))) {
      const name = level === 'MICRO' ? shape.name.replace(SUFFIX, '') : shape.name;
      const place = placeOf(shape, name, frame, style, context, taken);
      if (place) {
        taken.push(place);
        context.strokeText(name, place.x, place.y);
        context.fillText(name, place.x, place.y);
      }
    }
  }
}

/** Each shape once, with the room in all of its pieces together. */
function joined(shapes) {
  const pieces = new Map();
  for (const shape of shapes) {
    pieces.set(shape.id, [...(pieces.get(shape.id) ?? []), shape]);
  }
  return [...pieces.values()].map((all) =>
    all.length === 1
      ? all[0]
      : { ...all[0], room: widestRoom(all, around(all.map((piece) => piece.box))) },
  );
}

function placeOf(shape, name, frame, style, context, taken) {
  const isMark = shape.ends.length === 0;
  const room = isMark ? MARK_ROOM : shape.room.width * frame.scale;
  // A character is at least five pixels wide: measuring is dearer than counting.
  if (name.length * 5 > room) {
    return null;
  }
  const width = context.measureText(name).width + 4;
  if (width > room) {
    return null;
  }
  const { x, y } = middle(shape, frame);
  const place = { x, y: y + (isMark ? UNDER_MARK : 0), width, height: style.height };
  return taken.some((other) => collide(place, other)) ? null : place;
}

function middle({ room }, { scale, left, top }) {
  return { x: Math.round(room.x * scale - left), y: Math.round(room.y * scale - top) };
}

function collide(a, b) {
  return (
    Math.abs(a.x - b.x) * 2 < a.width + b.width && Math.abs(a.y - b.y) * 2 < a.height + b.height
  );
}
