import { HALO } from './palette.js';

/**
 * Strokes the path at hand so that it shows on any ground.
 * @param {CanvasRenderingContext2D} context
 * @param {string} colour
 * @param {number} width of the line in pixels
 * @param {number} around of the line with its halo
 */
export function strokeWithHalo(context, colour, width, around) {
  for (const [line, lineWidth] of [
    [HALO, around],
    [colour, width],
  ]) {
    context.strokeStyle = line;
    context.lineWidth = lineWidth;
    context.stroke();
  }
}
