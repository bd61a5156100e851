import { Answer } from '../answer.js';
import { unserved } from '../api.js';
import { worldX, worldY } from '../geo.js';
import { Overlay } from '../grids/overlay.js';
import { HALO, UNSERVED } from '../palette.js';
import { saidOf } from '../said.js';
import { figureOf } from './naming.js';

/**
 * The homes that the category chosen does not serve, as points.
 * @param {import('../leaflet.js').Map} map
 * @param {import('./circle.js').Circle} circle
 * @param {HTMLElement} place
 * @returns {Answer} how many there are, for the legend
 */
export function unservedPart(map, circle, place) {
  const answer = new Answer();
  const overlay = new Overlay({
    pane: 'unserved',
    draw: (context, frame, box) => answer.value && draw(context, frame, box, answer.value.xy),
  });
  place.append(saidOf(answer, 'unserved.asking'));

  const follow = () => {
    const { choice } = circle;
    const wanted =
      circle.open &&
      circle.shown.unserved &&
      choice &&
      figureOf(choice.category, choice.rule).value !== null;
    const key = wanted && [choice.category.id, choice.key].join();
    answer.want(key || null, async (signal) => {
      const { category, question } = choice;
      const { addresses, households, features } = await unserved(category.id, question, signal);
      return { category, addresses, households, xy: placesOf(features) };
    });
  };
  const show = () => {
    if (answer.value === null) {
      overlay.remove();
    } else if (map.hasLayer(overlay)) {
      overlay.redraw();
    } else {
      map.addLayer(overlay);
    }
  };

  circle.addEventListener('change', follow);
  answer.addEventListener('change', show);
  follow();
  return answer;
}

/** In world units, x and y in turn. */
function placesOf(features) {
  const xy = new Float64Array(features.length * 2);
  features.forEach(({ geometry: { coordinates } }, i) => {
    xy[i * 2] = worldX(coordinates[0]);
    xy[i * 2 + 1] = worldY(coordinates[1]);
  });
  return xy;
}

function draw(context, { zoom, scale, left, top }, box, xy) {
  const side = zoom < 14 ? 2 : zoom < 16 ? 4 : 6;
  const rim = zoom < 14 ? 0 : 1;
  const squares = (extra) => {
    for (let i = 0; i < xy.length; i += 2) {
      const [x, y] = [xy[i], xy[i + 1]];
      if (x >= box.west && x <= box.east && y >= box.north && y <= box.south) {
        const wide = side + 2 * extra;
        context.fillRect(x * scale - left - wide / 2, y * scale - top - wide / 2, wide, wide);
      }
    }
  };
  if (rim > 0) {
    context.fillStyle = HALO;
    squares(rim);
  }
  context.fillStyle = UNSERVED;
  squares(0);
}

/** A legend's sample of a home. */
export function homeSample() {
  const swatch = document.createElement('span');
  swatch.className = 'home-sample';
  swatch.style.backgroundColor = UNSERVED;
  swatch.setAttribute('aria-hidden', 'true');
  return swatch;
}
