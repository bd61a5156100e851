import { el } from '../dom.js';
import { onLanguage, t } from '../language.js';
import { GRID_LEVELS } from '../levels.js';
import { divIcon, layerGroup, marker } from '../leaflet.js';
import { goTo } from '../map.js';

/** Up to this zoom a district's name stands for its grids. */
const FAR = 9;

/** How often at most answers have the server asked what is in force, in milliseconds. */
const PAUSE = 15_000;

/**
 * The districts that are served: a list to go to one, a table of what is in force, and their names
 * on the map from afar.
 * @param {import('../leaflet.js').Map} map
 * @param {import('../inquiry.js').Inquiry} inquiry
 * @param {import('../districts.js').Districts} districts
 * @param {import('../grids/store.js').GridStore} store
 * @param {{renew: () => void, fail: (error: Error) => void}} hooks `renew` is called when another
 *     edition came into force
 * @returns {Promise<number[]|null>} the box around all of them; null when there is none
 */
export async function districtsTool(map, inquiry, districts, store, { renew, fail }) {
  await districts.refresh();
  const names = layerGroup();
  const choice = document.querySelector('#district');
  const table = document.querySelector('#in-force');
  const go = (code) => goTo(map, districts.list.find((one) => one.code === code).bbox);

  choice.addEventListener('change', () => {
    go(choice.value);
    choice.value = '';
  });

  const refresh = () => {
    const { list } = districts;
    const options = list.map(({ code, name }) => el('option', { value: code }, name));
    choice.replaceChildren(el('option', { value: '' }, t('district.choose')), ...options);
    table.tHead.replaceChildren(
      el('tr', {}, el('td'), ...GRID_LEVELS.map((level) => heading(level))),
    );
    table.tBodies[0].replaceChildren(...list.map((district) => row(district, go)));
    names.clearLayers();
    list.forEach((district) => names.addLayer(sign(district, go)));
  };

  districts.addEventListener('change', () => {
    refresh();
    renew();
  });
  inquiry.addEventListener('change', () => {
    const edition = (inquiry.lookup ?? inquiry.grid)?.edition;
    // An answer may show that another edition came into force.
    if (edition && !inquiry.time && !districts.has(edition)) {
      districts.refresh().catch(fail);
    }
  });
  let due = 0;
  const compare = () => {
    const isNew = !store.editions.every((edition) => districts.has(edition));
    // Servers may put an edition in force one after another: then answers go to and fro.
    if (isNew && !inquiry.time && performance.now() >= due) {
      due = performance.now() + PAUSE;
      districts.refresh().catch(fail);
    }
  };
  store.addEventListener('answer', compare);
  compare();
  const showFromAfar = () =>
    map.getZoom() <= FAR ? map.addLayer(names) : map.removeLayer(names);
  map.on('zoomend', showFromAfar);
  // The map may have had its view before the districts were known.
  showFromAfar();
  onLanguage(refresh);
  return around(districts.list.map((district) => district.bbox));
}

function heading(level) {
  return el('th', { scope: 'col', title: t('level.' + level) }, t('column.' + level));
}

function row({ code, name, counts }, go) {
  const button = el('button', { type: 'button', class: 'name', click: () => go(code) }, name);
  const cells = GRID_LEVELS.map((level) => el('td', {}, (counts[level] ?? 0).toLocaleString('en')));
  return el('tr', {}, el('th', { scope: 'row' }, button), ...cells);
}

function sign({ code, name, bbox: [west, south, east, north] }, go) {
  const icon = divIcon({ className: 'sign', html: el('span', {}, name), iconSize: [0, 0] });
  const place = marker([(south + north) / 2, (west + east) / 2], { icon });
  return place.on('click', () => go(code));
}

function around(boxes) {
  if (boxes.length === 0) {
    return null;
  }
  const [west, south, east, north] = [0, 1, 2, 3].map((side) => boxes.map((box) => box[side]));
  return [Math.min(...west), Math.min(...south), Math.max(...east), Math.max(...north)];
}
