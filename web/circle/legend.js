import { el } from '../dom.js';
import { onLanguage, t } from '../language.js';
import { byWhat } from './by-what.js';
import { WITHOUT, rangeOf } from './classes.js';
import { nameOf } from './naming.js';
import { sample } from './paint.js';
import { changeSample } from './plan/changed.js';
import { homeSample } from './unserved.js';
import { walkSample } from './walk.js';

const CLASSES = [5, 4, 3, 2, 1, 0];
const MINUTES = [5, 10, 15];

/** What may be without a figure, by what grids are coloured by. */
const WITHOUTS = {
  score: [WITHOUT.HOMELESS, WITHOUT.UNKNOWN],
  share: [WITHOUT.HOMELESS, WITHOUT.UNKNOWN],
  minutes: [WITHOUT.HOMELESS, WITHOUT.UNREACHED, WITHOUT.UNKNOWN],
};

/**
 * What the colours mean, and by which standard, for whom and by which rule they were found.
 * @param {import('../leaflet.js').Map} map
 * @param {import('./circle.js').Circle} circle
 * @param {import('../answer.js').Answer} unserved
 * @param {import('../answer.js').Answer} effects of the plan
 * @param {HTMLDetailsElement} legend
 */
export function legendPart(map, circle, unserved, effects, legend) {
  const content = legend.querySelector('div');
  legend.open = !matchMedia('(max-width: 720px)').matches;

  const show = () => {
    const { choice, shown } = circle;
    legend.hidden = !circle.open || !choice;
    if (legend.hidden) {
      return;
    }
    content.replaceChildren(
      ...(shown.by === 'none' ? [] : colours(circle, map.getZoom())),
      shown.walk && circle.point ? walks() : '',
      unserved.value ? homes(unserved.value) : '',
      effects.value?.effects.grids.length > 0 ? changes() : '',
      byWhat(choice),
    );
  };

  map.on('zoomend', show);
  circle.addEventListener('change', show);
  unserved.addEventListener('change', show);
  effects.addEventListener('change', show);
  onLanguage(show);
}

function colours({ choice, shown, layer }, zoom) {
  return [
    el(
      'h3',
      {},
      t('legend.' + shown.by, nameOf(choice.category)),
      el('small', {}, t('level.' + shown.of)),
    ),
    zoom >= layer.from ? classes(shown.by) : el('p', { class: 'hint' }, t('circle.closer')),
  ];
}

function classes(by) {
  return el(
    'ul',
    {},
    ...CLASSES.map((index) => el('li', {}, sample(index), rangeOf(by, index))),
    ...WITHOUTS[by].map((without) => el('li', {}, sample(without), t('legend.' + without))),
    el('li', { class: 'hint' }, t('legend.darker')),
  );
}

function walks() {
  return el(
    'p',
    { class: 'walks' },
    el('span', {}, t('legend.walk')),
    ...MINUTES.map((minutes) => el('span', {}, walkSample(minutes), String(minutes))),
  );
}

function homes({ category, households, addresses }) {
  return el('p', {}, homeSample(), t('legend.unserved', nameOf(category), households, addresses));
}

function changes() {
  return el(
    'ul',
    { class: 'plan' },
    ...['gained', 'lost', 'both'].map((kind) =>
      el('li', {}, changeSample(kind), t('legend.plan.' + kind)),
    ),
  );
}
