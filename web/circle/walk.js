import { Answer } from '../answer.js';
import { isochrone } from '../api.js';
import { el } from '../dom.js';
import { coordinates } from '../format.js';
import { onLanguage, t } from '../language.js';
import { canvas, geoJSON, layerGroup } from '../leaflet.js';
import { HALO, WALKS } from '../palette.js';
import { saidOf } from '../said.js';
import { facilityName, walkerWords } from './naming.js';

/** See map.js. */
const PANE = 'isochrone';

/** Lines differ also without colour. */
const DASHES = { 5: null, 10: '7 4', 15: '2 4' };

/**
 * How far one walks from the place asked about: areas on the map, and a table of what is reached.
 * @param {import('../leaflet.js').Map} map
 * @param {import('./circle.js').Circle} circle
 * @param {HTMLElement} place
 */
export function walkPart(map, circle, place) {
  const answer = new Answer();
  const renderer = canvas({ pane: PANE });
  const outcome = el('div');
  let drawn = null;
  place.append(saidOf(answer, 'walk.asking'), outcome);

  const follow = () => {
    if (circle.asking) {
      return;
    }
    const { point, choice } = circle;
    const wanted = circle.open && circle.shown.walk && point && choice;
    const key = wanted && [point.lon, point.lat, choice.key].join();
    answer.want(key || null, async (signal) => ({
      ...(await isochrone(point, choice.question, signal)),
      point,
      walker: choice.walker,
    }));
  };
  const draw = () => {
    drawn?.remove();
    drawn = answer.value && layerOf(answer.value.features, renderer).addTo(map);
  };
  const show = () => {
    outcome.classList.toggle('stale', answer.status === 'asking');
    if (answer.status !== 'asking') {
      outcome.replaceChildren(answer.value ? walkView(answer.value) : '');
    }
  };

  circle.addEventListener('change', follow);
  answer.addEventListener('change', draw);
  answer.addEventListener('change', show);
  onLanguage(show);
  follow();
}

/** The largest first, so that each lies in sight; light beside their lines, over dark and light. */
function layerOf(features, renderer) {
  const options = {
    renderer,
    pane: PANE,
    // A click asks about the place below.
    interactive: false,
  };
  const rim = { color: HALO, weight: 4.5, fill: false };
  const line = ({ properties: { minutes } }) => ({
    color: WALKS[minutes],
    weight: 2,
    dashArray: DASHES[minutes],
    fillOpacity: 0.22,
  });
  const layers = [...features]
    .reverse()
    .flatMap((area) => [rim, line].map((style) => geoJSON(area, { ...options, style })));
  return layerGroup(layers);
}

function walkView({ features, point, walker }) {
  const found = features.map(({ properties }) => properties);
  const widest = found[found.length - 1];
  const kinds = Object.keys(widest.facilities).sort((a, b) => a.localeCompare(b, 'zh'));
  const row = (name, values) =>
    el(
      'tr',
      {},
      el('th', { scope: 'row' }, name),
      ...values.map((value) => el('td', {}, value.toLocaleString('en'))),
    );
  return el(
    'article',
    { class: 'circle-card' },
    el('h2', {}, t('walk.title')),
    el('p', { class: 'statement' }, walkerWords(walker)),
    el('p', { class: 'code' }, t('walk.from', coordinates(point))),
    el(
      'table',
      { class: 'walks' },
      el('thead', {}, el('tr', {}, el('td', {}, t('walk.within')), ...found.map(heading))),
      el(
        'tbody',
        {},
        row(t('walk.households'), found.map((one) => one.households)),
        row(t('walk.addresses'), found.map((one) => one.addresses)),
      ),
      el(
        'tbody',
        {},
        el('tr', { class: 'group' }, el('th', { colspan: 4, scope: 'rowgroup' }, t('walk.facilities'))),
        ...kinds.map((kind) =>
          row(facilityName(kind), found.map(({ facilities }) => facilities[kind] ?? 0)),
        ),
        kinds.length === 0
          ? el('tr', {}, el('td', { colspan: 4, class: 'none' }, t('walk.nothing')))
          : null,
      ),
    ),
  );
}

function heading({ minutes }) {
  return el('th', { scope: 'col' }, walkSample(minutes), t('walk.minutes', minutes));
}

/** A legend's sample of an area. @param {number} minutes */
export function walkSample(minutes) {
  const swatch = el('span', { class: 'walk-sample', 'data-minutes': minutes, 'aria-hidden': 'true' });
  swatch.style.setProperty('--walk', WALKS[minutes]);
  return swatch;
}
