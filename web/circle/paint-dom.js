/** What is there to be clicked only. */
const HANDLES = '.leaflet-control-zoom';

/**
 * Draws elements as the page shows them: their backgrounds and borders, canvases, pictures and
 * lines of text, in the order in which they lie over each other. Meant for maps and legends: no
 * shadows, no clipping, nothing transformed but moved.
 * @param {CanvasRenderingContext2D} context
 * @param {Element} element
 * @param {{x: number, y: number}} shift from the window's pixels to the canvas's
 * @returns {number} how many pictures were left out: one from another server would keep the canvas
 *     from being saved
 */
export function paintDom(context, element, shift) {
  const style = getComputedStyle(element);
  const rect = element.getBoundingClientRect();
  if (style.display === 'none' || style.visibility === 'hidden' || element.matches(HANDLES)) {
    return 0;
  }
  const x = rect.left + shift.x;
  const y = rect.top + shift.y;
  let leftOut = 0;
  context.save();
  context.globalAlpha *= Number(style.opacity);
  if (style.clipPath.startsWith('path(')) {
    const outline = new Path2D();
    outline.addPath(new Path2D(style.clipPath.slice(6, -2)), new DOMMatrix().translate(x, y));
    context.clip(outline);
  }
  box(context, style, x, y, rect.width, rect.height);
  if (element instanceof HTMLCanvasElement && element.width > 0 && element.height > 0) {
    const rim = Number.parseFloat(style.borderTopWidth);
    context.drawImage(element, x + rim, y + rim, rect.width - 2 * rim, rect.height - 2 * rim);
  } else if (element instanceof HTMLImageElement) {
    leftOut += picture(context, element, x, y, rect);
  }
  const children = [...element.childNodes];
  for (const text of children.filter((node) => node.nodeType === Node.TEXT_NODE)) {
    write(context, text, style, shift);
  }
  for (const child of upward(children.filter((node) => node instanceof Element))) {
    leftOut += paintDom(context, child, shift);
  }
  context.restore();
  return leftOut;
}

/** What lies highest comes last. */
function upward(elements) {
  return elements
    .map((element, i) => ({ element, i, height: heightOf(element) }))
    .sort((a, b) => a.height - b.height || a.i - b.i)
    .map(({ element }) => element);
}

/** What has no height of its own is as high as what is in it. */
function heightOf(element) {
  const own = Number.parseInt(getComputedStyle(element).zIndex, 10);
  return Number.isNaN(own) ? Math.max(0, ...[...element.children].map(heightOf)) : own;
}

const SIDES = [
  ['Top', ({ x, y, width }, wide) => [x, y, width, wide]],
  ['Right', ({ x, y, width, height }, wide) => [x + width - wide, y, wide, height]],
  ['Bottom', ({ x, y, width, height }, wide) => [x, y + height - wide, width, wide]],
  ['Left', ({ x, y, height }, wide) => [x, y, wide, height]],
];

function box(context, style, x, y, width, height) {
  const radius = Math.min(Number.parseFloat(style.borderTopLeftRadius) || 0, width / 2, height / 2);
  context.beginPath();
  context.roundRect(x, y, width, height, radius);
  context.fillStyle = style.backgroundColor;
  context.fill();
  const even = Number.parseFloat(style.borderTopWidth);
  if (radius > 0 && even > 0) {
    context.beginPath();
    context.roundRect(x + even / 2, y + even / 2, width - even, height - even, radius);
    context.strokeStyle = style.borderTopColor;
    context.lineWidth = even;
    context.stroke();
    return;
  }
  for (const [side, place] of SIDES) {
    const wide = Number.parseFloat(style[`border${side}Width`]);
    if (wide > 0) {
      context.fillStyle = style[`border${side}Color`];
      context.fillRect(...place({ x, y, width, height }, wide));
    }
  }
}

function picture(context, image, x, y, { width, height }) {
  if (!image.complete || image.naturalWidth === 0) {
    return 0;
  }
  if (new URL(image.src).origin !== location.origin) {
    return 1;
  }
  context.drawImage(image, x, y, width, height);
  return 0;
}

/** Line by line, as the page broke it. */
function write(context, node, style, shift) {
  context.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  context.fillStyle = style.color;
  context.textBaseline = 'middle';
  for (const { text, rect } of linesOf(node)) {
    context.fillText(text, rect.left + shift.x, (rect.top + rect.bottom) / 2 + shift.y);
  }
}

function linesOf(node) {
  const lines = [];
  const range = document.createRange();
  for (let i = 0; i < node.length; i++) {
    range.setStart(node, i);
    range.setEnd(node, i + 1);
    const [rect] = range.getClientRects();
    if (!rect || rect.width === 0) {
      continue;
    }
    const last = lines[lines.length - 1];
    if (last && Math.abs(last.rect.top - rect.top) < 2) {
      last.text += node.data[i];
    } else {
      lines.push({ text: node.data[i], rect });
    }
  }
  return lines;
}
