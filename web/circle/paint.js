import { trace } from '../grids/paint.js';
import { strokeWithHalo } from '../halo.js';
import { HALO, INK, PICKED, SERVED, UNREACHED } from '../palette.js';
import { WITHOUT, classOf } from './classes.js';

/** @typedef {import('../geo.js').Shape} Shape */

/**
 * Colours grids by how well they are served.
 * @param {CanvasRenderingContext2D} context
 * @param {import('../grids/paint.js').Frame} frame
 * @param {Shape[]} shapes
 * @param {{by: string, category: string, picked: string|null}} what picked is a grid's code
 */
export function paintCircle(context, frame, shapes, { by, category, picked }) {
  context.lineJoin = 'round';
  for (const shape of shapes) {
    const found = classOf(by, shape.figures, category);
    trace(context, shape, frame);
    context.fillStyle = SERVED[found] ?? '#ffffff';
    context.fill('evenodd');
    if (typeof found === 'string') {
      context.fillStyle = patternOf(found, context);
      context.fill('evenodd');
    }
    context.strokeStyle = HALO;
    context.lineWidth = 0.5;
    context.stroke();
  }
  for (const shape of shapes.filter((one) => one.code === picked)) {
    trace(context, shape, frame);
    strokeWithHalo(context, PICKED, 3, 7);
  }
}

/** How what has no figure is drawn, so that it differs from all classes also without colour. */
const PENS = {
  [WITHOUT.HOMELESS]: (pen) => {
    pen.fillStyle = '#8b98a3';
    pen.fillRect(1, 1, 1.6, 1.6);
    pen.fillRect(5, 5, 1.6, 1.6);
  },
  [WITHOUT.UNREACHED]: (pen) => {
    pen.strokeStyle = UNREACHED;
    pen.globalAlpha = 0.75;
    pen.lineWidth = 1.4;
    diagonals(pen, -1);
  },
  [WITHOUT.UNKNOWN]: (pen) => {
    pen.strokeStyle = INK;
    pen.globalAlpha = 0.45;
    pen.lineWidth = 0.8;
    diagonals(pen, 1);
  },
};

function diagonals(pen, direction) {
  pen.beginPath();
  // Three strokes, so that the pattern joins at its corners.
  for (const shift of [-8, 0, 8]) {
    pen.moveTo(shift - 1, direction > 0 ? -1 : 9);
    pen.lineTo(shift + 9, direction > 0 ? 9 : -1);
  }
  pen.stroke();
}

const patterns = new Map();

function patternOf(without, context) {
  if (!patterns.has(without)) {
    const canvas = new OffscreenCanvas(8, 8);
    PENS[without](canvas.getContext('2d'));
    patterns.set(without, context.createPattern(canvas, 'repeat'));
  }
  return patterns.get(without);
}

/**
 * A legend's sample of a class.
 * @param {number|string} found as classOf says
 * @returns {HTMLCanvasElement}
 */
export function sample(found) {
  const canvas = document.createElement('canvas');
  canvas.width = 26;
  canvas.height = 16;
  canvas.className = 'sample';
  canvas.setAttribute('aria-hidden', 'true');
  const context = canvas.getContext('2d');
  context.fillStyle = SERVED[found] ?? '#ffffff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  if (typeof found === 'string') {
    context.fillStyle = patternOf(found, context);
    context.fillRect(0, 0, canvas.width, canvas.height);
  }
  return canvas;
}
