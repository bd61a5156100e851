import {
  DEDICATED,
  DEDICATED_TINT,
  INK,
  KIND_TINTS,
  LINES,
  MARKS,
  OTHER_TINT,
  OUTSIDE,
  townTint,
} from '../palette.js';

/** @typedef {import('../geo.js').Shape} Shape */

/**
 * Where on the world a canvas is: pixel = world × scale − origin.
 * @typedef {Object} Frame
 * @property {number} zoom
 * @property {number} scale 2^zoom
 * @property {number} left
 * @property {number} top
 */

/**
 * Draws levels over each other in the order in which areas, lines and marks should lie.
 * @param {CanvasRenderingContext2D} context
 * @param {Frame} frame
 * @param {Map<string, Shape[]>} shapes by level, only those levels that are shown
 */
export function paint(context, frame, shapes) {
  const finest = ['MICRO', 'COMMUNITY'].find((level) => shapes.has(level));
  for (const shape of shapes.get(finest) ?? []) {
    context.fillStyle = tint(shape);
    trace(context, shape, frame);
    context.fill('evenodd');
  }
  paintBare(context, frame, shapes);
}

/** The same without the tints of areas, to lie over other colours. */
export function paintBare(context, frame, shapes) {
  context.lineJoin = 'round';
  for (const level of ['MICRO', 'GENERAL', 'COMMUNITY']) {
    outline(context, level, shapes.get(level) ?? [], frame);
  }
  const dedicated = shapes.get('DEDICATED') ?? [];
  for (const shape of dedicated) {
    trace(context, shape, frame);
    for (const style of [DEDICATED_TINT, hatching(context)]) {
      context.fillStyle = style;
      context.fill('evenodd');
    }
  }
  outline(context, 'DEDICATED', dedicated, frame);
  for (const shape of shapes.get('FACILITY') ?? []) {
    mark(context, shape, frame);
  }
  for (const shape of shapes.get('OUTSIDE') ?? []) {
    cross(context, shape, frame);
  }
}

function tint(shape) {
  return shape.level === 'MICRO' ? (KIND_TINTS[shape.kind] ?? OTHER_TINT) : townTint(shape.parentCode);
}

function outline(context, level, shapes, frame) {
  context.strokeStyle = LINES[level].colour;
  context.lineWidth = LINES[level].width(frame.zoom);
  for (const shape of shapes) {
    trace(context, shape, frame);
    context.stroke();
  }
}

/**
 * Makes the shape the context's path. Vertices snap to half pixels and repeats are dropped: that
 * thins lines far out, and both neighbours of an edge get the same line.
 * @param {CanvasRenderingContext2D} context @param {Shape} shape @param {Frame} frame
 */
export function trace(context, shape, { scale, left, top }) {
  const { xy, ends } = shape;
  const double = scale * 2;
  const left2 = left * 2;
  const top2 = top * 2;
  context.beginPath();
  let i = 0;
  for (const end of ends) {
    let lastX = NaN;
    let lastY = NaN;
    for (const first = i; i < end; i += 2) {
      const x = Math.round(xy[i] * double - left2);
      const y = Math.round(xy[i + 1] * double - top2);
      if (x !== lastX || y !== lastY) {
        if (i === first) {
          context.moveTo(x / 2, y / 2);
        } else {
          context.lineTo(x / 2, y / 2);
        }
        lastX = x;
        lastY = y;
      }
    }
    context.closePath();
  }
}

/** A facility: a square with a character of its category. */
function mark(context, shape, { scale, left, top }) {
  const x = Math.round(shape.xy[0] * scale - left);
  const y = Math.round(shape.xy[1] * scale - top);
  context.fillStyle = '#ffffff';
  context.strokeStyle = INK;
  context.lineWidth = 1;
  context.beginPath();
  context.roundRect(x - 8.5, y - 8.5, 17, 17, 3);
  context.fill();
  context.stroke();
  context.fillStyle = INK;
  context.font = '11px sans-serif';
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(MARKS[shape.kind] ?? shape.kind?.[0] ?? '·', x, y + 0.5);
}

/** An address outside the grids: a cross, which no other mark is. */
function cross(context, shape, { scale, left, top }) {
  const x = Math.round(shape.xy[0] * scale - left);
  const y = Math.round(shape.xy[1] * scale - top);
  context.beginPath();
  context.moveTo(x - 4, y - 4);
  context.lineTo(x + 4, y + 4);
  context.moveTo(x - 4, y + 4);
  context.lineTo(x + 4, y - 4);
  for (const [colour, width] of [
    ['#ffffff', 5],
    [OUTSIDE, 2.2],
  ]) {
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.stroke();
  }
}

let hatch;

function hatching(context) {
  if (!hatch) {
    const canvas = new OffscreenCanvas(8, 8);
    const pen = canvas.getContext('2d');
    pen.strokeStyle = DEDICATED;
    pen.globalAlpha = 0.45;
    pen.lineWidth = 1.2;
    pen.beginPath();
    // Three strokes, so that the pattern joins at its corners.
    for (const shift of [-8, 0, 8]) {
      pen.moveTo(shift - 1, 9);
      pen.lineTo(shift + 9, -1);
    }
    pen.stroke();
    hatch = context.createPattern(canvas, 'repeat');
  }
  return hatch;
}
