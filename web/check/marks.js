import { trace } from '../grids/paint.js';
import { strokeWithHalo } from '../halo.js';
import { ERROR, HALO, WARNING } from '../palette.js';

/** @typedef {import('./finding.js').Finding} Finding */
/** @typedef {import('./asking.js').Severity} Severity */

/** Errors and warnings differ by shape, by pattern and by line, too. */
const STYLES = {
  ERROR: { colour: ERROR, dash: [], mark: triangle, motif: strokes },
  WARNING: { colour: WARNING, dash: [6, 4], mark: ring, motif: dots },
};

/** The side of a pattern that repeats, in pixels. */
const SIDE = 8;

/** @param {CanvasRenderingContext2D} context @param {import('../grids/paint.js').Frame} frame @param {Finding} finding with an area */
export function paintArea(context, frame, { area, severity }) {
  const { colour, dash } = STYLES[severity];
  trace(context, area, frame);
  context.fillStyle = patternOf(context, severity);
  context.fill('evenodd');
  context.setLineDash(dash);
  context.strokeStyle = colour;
  context.lineWidth = 2;
  context.stroke();
  context.setLineDash([]);
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {{x: number, y: number}} at in pixels
 * @param {Severity} severity
 * @param {number} size half of how wide it is
 */
export function paintMark(context, at, severity, size) {
  const { colour, mark } = STYLES[severity];
  mark(context, at, size, colour);
}

function triangle(context, { x, y }, size, colour) {
  context.beginPath();
  context.moveTo(x, y - size * 1.2);
  context.lineTo(x + size * 1.1, y + size * 0.8);
  context.lineTo(x - size * 1.1, y + size * 0.8);
  context.closePath();
  context.lineJoin = 'round';
  context.strokeStyle = HALO;
  context.lineWidth = 4;
  context.stroke();
  context.fillStyle = colour;
  context.fill();
}

function ring(context, { x, y }, size, colour) {
  context.beginPath();
  context.arc(x, y, size * 0.8, 0, 2 * Math.PI);
  strokeWithHalo(context, colour, 3, 6);
}

const patterns = new Map();

function patternOf(context, severity) {
  if (!patterns.has(severity)) {
    const canvas = new OffscreenCanvas(SIDE, SIDE);
    const { colour, motif } = STYLES[severity];
    motif(canvas.getContext('2d'), colour);
    patterns.set(severity, context.createPattern(canvas, 'repeat'));
  }
  return patterns.get(severity);
}

/** Falling to the right: dedicated grids are hatched the other way. */
function strokes(pen, colour) {
  pen.strokeStyle = colour;
  pen.lineWidth = 1.6;
  pen.beginPath();
  // Three strokes, so that the pattern joins at its corners.
  for (const shift of [-SIDE, 0, SIDE]) {
    pen.moveTo(shift - 1, -1);
    pen.lineTo(shift + SIDE + 1, SIDE + 1);
  }
  pen.stroke();
}

function dots(pen, colour) {
  pen.fillStyle = colour;
  for (const at of [SIDE / 4, (SIDE * 3) / 4]) {
    pen.beginPath();
    pen.arc(at, at, 1.3, 0, 2 * Math.PI);
    pen.fill();
  }
}

/**
 * A legend's sample, the mark on its ground.
 * @param {Severity} severity
 * @returns {HTMLCanvasElement}
 */
export function severitySample(severity) {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 18;
  canvas.className = 'severity-sample';
  canvas.setAttribute('aria-hidden', 'true');
  paintMark(canvas.getContext('2d'), { x: 9, y: 10 }, severity, 6);
  return canvas;
}
