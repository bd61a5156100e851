import { comparison, comparisonFile } from '../api.js';
import { el } from '../dom.js';
import { ChangeLayer, bboxOf } from '../editions/change-layer.js';
import { comparisonView } from '../editions/comparison-view.js';
import { editionName } from '../editions/edition-view.js';
import { onLanguage, t } from '../language.js';
import { goTo } from '../map.js';
import { problemWords } from '../problems.js';
import { save as saveAs } from '../saving.js';

const ENDINGS = { csv: '.csv', geojson: '.geojson', addresses: '-addresses.csv' };

/**
 * What differs between two editions: counted, listed, and coloured on the map.
 * @param {import('../leaflet.js').Map} map
 * @param {import('../state.js').State} state
 * @param {import('../session.js').Session} session
 * @param {import('../editions/catalogue.js').Catalogue} catalogue
 * @param {import('../inquiry.js').Inquiry} inquiry
 */
export function compareTool(map, state, session, catalogue, inquiry) {
  const place = document.querySelector('#compare');
  const form = place.querySelector('form');
  const said = place.querySelector('[role=status]');
  const outcome = place.querySelector('.outcome');
  const [from, to] = ['from', 'to'].map((name) => form.elements.namedItem(name));
  const layer = new ChangeLayer(map);
  /** What is shown, or on its way; null to ask again. */
  let shown = null;
  let runs = 0;
  let found = null;

  const say = (text, tone) => {
    said.textContent = text;
    said.dataset.tone = tone;
  };

  const run = async () => {
    const pair = state.shown.compare;
    const wanted = pair?.join() ?? '';
    if (wanted === shown) {
      return;
    }
    shown = wanted;
    const turn = ++runs;
    found = null;
    layer.clear();
    show();
    if (!pair) {
      say('', 'none');
      return;
    }
    say(t('compare.running'), 'busy');
    try {
      const [summary, file] = await Promise.all([
        comparison(...pair),
        comparisonFile(...pair, 'geojson').then((blob) => blob.text()),
      ]);
      if (turn === runs) {
        found = { comparison: summary, features: JSON.parse(file).features };
        say('', 'none');
        layer.show(found.features);
        if (found.features.length > 0) {
          goTo(map, bboxOf(found.features));
        }
        show();
        place.scrollIntoView({ block: 'start' });
      }
    } catch (error) {
      if (error.name !== 'Problem') {
        throw error;
      }
      if (turn === runs) {
        say(problemWords(error), 'bad');
      }
    }
  };

  const show = () => {
    choose(from, state.shown.compare?.[0]);
    choose(to, state.shown.compare?.[1]);
    outcome.replaceChildren(
      found
        ? comparisonView(found.comparison, {
            go,
            filter: (change) => layer.only(change),
            save: (format) => save(state.shown.compare, format),
            close: () => state.update({ compare: null }),
          })
        : '',
    );
  };

  /** To where a change is; what only has another name is where the grid in force is. */
  const go = async ({ level, code }) => {
    const places = found.features.filter(
      ({ properties }) => properties.level === level && properties.code === code,
    );
    say('', 'none');
    if (places.length > 0) {
      goTo(map, bboxOf(places));
      return;
    }
    await inquiry.ask({ code, follow: true });
    if (inquiry.status === 'failed') {
      say(t('compare.nowhere'), 'bad');
    }
  };

  const choose = (select, id) => {
    const chosen = id ?? select.value;
    const groups = catalogue.districts().map(([code, name]) => {
      const ofDistrict = catalogue.list.filter((one) => one.district === code);
      const options = ofDistrict.map((one) => el('option', { value: one.id }, editionName(one)));
      return el('optgroup', { label: name }, ...options);
    });
    select.replaceChildren(...groups);
    select.value = catalogue.edition(chosen) ? chosen : '';
  };

  const save = async ([one, other], format) => {
    try {
      const blob = await comparisonFile(one, other, format);
      saveAs(blob, `${one}_${other}` + ENDINGS[format]);
    } catch (error) {
      if (error.name !== 'Problem') {
        throw error;
      }
      say(problemWords(error), 'bad');
    }
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    state.update({ compare: [from.value, to.value] });
  });
  catalogue.addEventListener('change', show);
  state.addEventListener('change', run);
  // Who may not see a draft may not see what differs in it.
  session.addEventListener('change', () => {
    shown = null;
    run();
  });
  onLanguage(show);
  run();
}
