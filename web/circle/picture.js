import { el } from '../dom.js';
import { moment } from '../format.js';
import { onLanguage, t, tag } from '../language.js';
import { save } from '../saving.js';
import { paintDom } from './paint-dom.js';

/** Around the map and the legend, in pixels. */
const EDGE = 16;

/**
 * Saves the map as it is seen, with a title and its legend beside it, as a PNG.
 * @param {import('../leaflet.js').Map} map
 * @param {import('./circle.js').Circle} circle
 * @param {HTMLDetailsElement} legend
 * @param {import('../districts.js').Districts} districts
 * @param {import('../answer.js').Answer<string[]>} coloured the editions that the colours are of
 * @param {HTMLButtonElement} button
 * @param {HTMLElement} place
 */
export function picturePart(map, circle, legend, districts, coloured, button, place) {
  const said = el('p', { class: 'said', role: 'status' });
  let foreign = 0;
  place.append(said);

  const say = () => {
    said.textContent = foreign > 0 ? t('picture.foreign') : '';
  };
  button.addEventListener('click', async () => {
    const { choice } = circle;
    if (!choice) {
      return;
    }
    const editions = editionsOf(coloured.value, districts.list).join('、');
    const canvas = document.createElement('canvas');
    foreign = compose(canvas, map.getContainer(), legend, {
      title: t('circle.title'),
      foot: t('picture.foot', editions, moment(new Date().toISOString(), tag())),
    });
    say();
    const blob = await new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
    const { standard, profile, rule } = choice.question;
    const level = circle.shown.of.toLowerCase();
    save(blob, ['circle', level, standard, profile, rule].join('-') + '.png');
  });
  onLanguage(say);
}

/** Those of the figures, and where there are no figures those of the grids. */
function editionsOf(coloured, list) {
  const names = new Map(list.map(({ name, edition }) => [edition.id, `${name} ${edition.id}`]));
  return coloured?.map((id) => names.get(id) ?? id) ?? [...names.values()];
}

/**
 * Title, map with its legend beside it, and foot, below each other.
 * @returns {number} how many pictures had to be left out, since they come from other servers
 */
function compose(canvas, mapElement, legend, { title, foot }) {
  const wasOpen = legend.open;
  legend.open = true;
  const key = legend.querySelector('div');
  const map = mapElement.getBoundingClientRect();
  const { left, top, width: keyWidth } = key.getBoundingClientRect();
  const width = map.width + keyWidth + 3 * EDGE;
  const frame = el('div', { class: 'picture-frame' }, el('h1', {}, title), el('p', {}, foot));
  frame.style.width = `${width}px`;
  document.body.append(frame);
  const [head, tail] = [...frame.children].map((one) => one.getBoundingClientRect());
  const body = Math.max(map.height, key.scrollHeight);
  const below = head.height + body;
  const ratio = window.devicePixelRatio || 1;
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round((below + tail.height) * ratio);
  const context = canvas.getContext('2d');
  context.scale(ratio, ratio);
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  paintDom(context, frame.firstChild, { x: -head.left, y: -head.top });
  paintDom(context, frame.lastChild, { x: -tail.left, y: below - tail.top });
  paintDom(context, key, { x: 2 * EDGE + map.width - left, y: head.height - top });
  context.beginPath();
  context.rect(EDGE, head.height, map.width, map.height);
  context.strokeStyle = '#6b7a87';
  context.stroke();
  context.clip();
  const foreign = paintDom(context, mapElement, { x: EDGE - map.left, y: head.height - map.top });
  frame.remove();
  legend.open = wasOpen;
  return foreign;
}
