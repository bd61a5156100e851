import { worldX, worldY } from '../../geo.js';
import { trace } from '../../grids/paint.js';
import { GridTiles } from '../../grids/tiles.js';
import { strokeWithHalo } from '../../halo.js';
import { t } from '../../language.js';
import { tooltip } from '../../leaflet.js';
import { GAINED, INK, LOST } from '../../palette.js';

/** How a grid comes off: by more than colour. */
const SIGNS = {
  gained: { colour: GAINED, sign: '+' },
  lost: { colour: LOST, sign: '−' },
  both: { colour: INK, sign: '±' },
};

/**
 * The grids where households are gained or lost, over the living circle's colours; pointing at one
 * tells how many.
 * @param {import('../../leaflet.js').Map} map
 * @param {import('../circle.js').Circle} circle
 * @param {import('./plan.js').Plan} plan
 * @param {import('../../grids/store.js').GridStore} store with the living circle's grids
 * @param {() => void} failed when some of them can't be had
 */
export function changedPart(map, circle, plan, store, failed) {
  /** @type {Map<string, {gained: number, lost: number}>} by code, over all categories */
  let changed = new Map();
  const tip = tooltip({ direction: 'top', offset: [0, -8], className: 'change-tip' });
  const tiles = new GridTiles({
    store,
    pane: 'changes',
    layers: (zoom) => (zoom >= circle.layer.from ? [circle.layer] : []),
    paint: (context, frame, shapes) => {
      for (const shape of [...shapes.values()].flat().filter(({ code }) => changed.has(code))) {
        paintChange(context, frame, shape, SIGNS[kindOf(changed.get(shape.code))]);
      }
    },
  });

  const show = () => {
    const { value, status } = plan.effects;
    if (status === 'asking') {
      return;
    }
    changed = sumsOf(value?.effects.grids ?? []);
    tip.remove();
    if (changed.size === 0) {
      tiles.remove();
    } else if (map.hasLayer(tiles)) {
      tiles.repaint();
    } else {
      map.addLayer(tiles);
    }
  };
  const point = ({ latlng }) => {
    const zoom = map.getZoom();
    const shape =
      changed.size > 0 && zoom >= circle.layer.from
        ? store.loadedAt(circle.layer.level, worldX(latlng.lng), worldY(latlng.lat), zoom)
        : null;
    const sums = shape && changed.get(shape.code);
    if (sums) {
      tip.setContent(wordsOf(shape, sums)).setLatLng(latlng).addTo(map);
    } else {
      tip.remove();
    }
  };

  tiles.on('tileerror', failed);
  map.on('mousemove', point);
  map.on('mouseout', () => tip.remove());
  plan.effects.addEventListener('change', show);
}

function sumsOf(grids) {
  const sums = new Map();
  for (const { code, gained, lost } of grids) {
    const before = sums.get(code) ?? { gained: 0, lost: 0 };
    sums.set(code, { gained: before.gained + gained, lost: before.lost + lost });
  }
  return sums;
}

function kindOf({ gained, lost }) {
  return gained > 0 && lost > 0 ? 'both' : gained > 0 ? 'gained' : 'lost';
}

/** An element: a name from data never becomes markup. */
function wordsOf({ name }, { gained, lost }) {
  const words = document.createElement('span');
  words.textContent = t('effects.tip', name, gained, lost);
  return words;
}

function paintChange(context, frame, shape, { colour, sign }) {
  trace(context, shape, frame);
  context.fillStyle = 'rgba(255, 255, 255, 0.5)';
  context.fill('evenodd');
  context.fillStyle = patternOf(context, colour, sign);
  context.fill('evenodd');
  strokeWithHalo(context, colour, 2.5, 5);
}

const SIDE = 16;
const patterns = new Map();

function patternOf(context, colour, sign) {
  if (!patterns.has(sign)) {
    const canvas = new OffscreenCanvas(SIDE, SIDE);
    drawSign(canvas.getContext('2d'), colour, sign);
    patterns.set(sign, context.createPattern(canvas, 'repeat'));
  }
  return patterns.get(sign);
}

function drawSign(pen, colour, sign) {
  pen.strokeStyle = colour;
  pen.lineWidth = 2;
  const [middle, reach] = [SIDE / 2, 4];
  pen.beginPath();
  const base = sign === '±' ? middle + reach : middle;
  pen.moveTo(middle - reach, base);
  pen.lineTo(middle + reach, base);
  if (sign === '±') {
    pen.moveTo(middle - reach, middle - 1);
    pen.lineTo(middle + reach, middle - 1);
  }
  if (sign !== '−') {
    pen.moveTo(middle, middle - reach - (sign === '±' ? 1 : 0));
    pen.lineTo(middle, sign === '±' ? middle + reach - 1 : middle + reach);
  }
  pen.stroke();
}

/**
 * A legend's sample.
 * @param {'gained'|'lost'|'both'} kind
 * @returns {HTMLCanvasElement}
 */
export function changeSample(kind) {
  const canvas = document.createElement('canvas');
  canvas.width = 26;
  canvas.height = 16;
  canvas.className = 'sample';
  canvas.dataset.change = kind;
  canvas.setAttribute('aria-hidden', 'true');
  const context = canvas.getContext('2d');
  const { colour, sign } = SIGNS[kind];
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.translate(5, 0);
  drawSign(context, colour, sign);
  return canvas;
}
