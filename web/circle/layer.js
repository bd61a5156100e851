import { Answer } from '../answer.js';
import { circleReady } from '../api.js';
import { paint, paintBare } from '../grids/paint.js';
import { GridTiles } from '../grids/tiles.js';
import { t } from '../language.js';
import { saidOf } from '../said.js';
import { paintCircle } from './paint.js';

/** Below the grids' lines; above a base map at the same height, which is laid earlier. */
const HEIGHT = 0;

/**
 * The grids coloured by how well they are served, once the server has computed it.
 * @param {import('../leaflet.js').Map} map
 * @param {import('./circle.js').Circle} circle
 * @param {HTMLElement} place
 * @param {import('../grids/store.js').GridStore} store the grids with their figures
 * @param {import('../leaflet.js').GridLayer} grids whose own tints give way
 * @param {(text: string) => void} complain when some of the colours can't be had
 * @returns {Answer<string[]>} the editions that the colours are of, none where there are none
 */
export function layerPart(map, circle, place, store, grids, complain) {
  /** @type {Answer<string[]>} */
  const ready = new Answer();
  const tiles = new GridTiles({
    store,
    zIndex: HEIGHT,
    layers: (zoom) => (zoom >= circle.layer.from ? [circle.layer] : []),
    paint: (context, frame, shapes) => {
      for (const ofLevel of shapes.values()) {
        paintCircle(context, frame, ofLevel, {
          by: circle.shown.by,
          category: circle.choice.category.id,
          picked: circle.group?.code ?? null,
        });
      }
    },
  });
  let asked = '';
  let painted = '';
  place.append(saidOf(ready, 'circle.busy'));

  const follow = () => {
    const { choice, layer } = circle;
    const wanted = circle.open && choice && circle.shown.by !== 'none';
    ready.want(wanted ? choice.key : null, (signal) =>
      circleReady(layer.collection, choice.question, signal),
    );
    show();
  };
  const show = () => {
    const drawn = map.hasLayer(tiles);
    if (ready.status !== 'answered') {
      if (drawn) {
        tiles.remove();
        grids.options.paint = paint;
        grids.repaint();
      }
      return;
    }
    const { choice, shown } = circle;
    if (choice.key !== asked) {
      asked = choice.key;
      store.renew(choice.question);
    }
    const look = [choice.key, shown.of, shown.by, choice.category.id, circle.group?.code].join();
    if (!drawn) {
      map.addLayer(tiles);
      grids.options.paint = paintBare;
      grids.repaint();
      painted = look;
    } else if (look !== painted && !circle.asking) {
      tiles.repaint();
      painted = look;
    }
  };

  tiles.on('tileerror', () => complain(t('problem.data')));
  circle.addEventListener('change', follow);
  ready.addEventListener('change', show);
  follow();
  return ready;
}
