import { asOf, lookupTable } from '../api.js';
import { el } from '../dom.js';
import { onLanguage, t } from '../language.js';
import { goTo } from '../map.js';
import { problemWords } from '../problems.js';
import { save } from '../saving.js';
import { readAnswers } from '../table/answers.js';
import { queryOf, questionOfRow } from '../table/questions.js';
import { readTable } from '../table/reading.js';
import { Spots } from '../table/spots.js';
import { countsView, previewView, problemsView } from '../table/views.js';

/**
 * The page that looks a whole file up: dropped or chosen, sent, and told what came of its rows.
 * @param {import('../leaflet.js').Map} map
 * @param {import('../state.js').State} state
 * @param {import('../inquiry.js').Inquiry} inquiry
 */
export function tableTool(map, state, inquiry) {
  const place = document.querySelector('#table');
  const form = place.querySelector('form');
  const part = (name) => place.querySelector(`[data-part=${name}]`);
  const field = (name) => form.elements.namedItem(name);
  const bar = place.querySelector('progress');
  const said = place.querySelector('[role=status]');
  const spots = new Spots(map);
  /** @type {import('../table/reading.js').Table|null} */
  let table = null;
  let result = null;

  const say = (text, tone) => {
    said.textContent = text;
    said.dataset.tone = tone;
  };

  const take = async (file) => {
    table = await readTable(file);
    result = null;
    spots.clear();
    say(table ? '' : t('table.noText'), table ? 'none' : 'bad');
    show();
    for (const which of ['address', 'lon', 'lat']) {
      field(which).value = String(table?.columns[which] ?? -1);
    }
  };

  const columns = () => ({
    address: Number(field('address').value),
    lon: Number(field('lon').value),
    lat: Number(field('lat').value),
    datum: field('datum').value,
    isNamed: field('named').checked,
  });

  const send = async (event) => {
    event.preventDefault();
    const chosen = columns();
    spots.clear();
    result = null;
    show();
    form.querySelector('fieldset').disabled = true;
    bar.hidden = false;
    try {
      const query = { ...queryOf(table, chosen), ...asOf(inquiry.time) };
      const answer = await lookupTable(table.file, query, progress);
      result = { answer, chosen, answers: await readAnswers(answer, table) };
      say(t('table.done'), 'good');
      show();
    } catch (error) {
      if (error.name !== 'Problem') {
        throw error;
      }
      say(error.kind === 'too-large' ? t('table.tooLarge', error.message) : problemWords(error), 'bad');
    } finally {
      bar.hidden = true;
      form.querySelector('fieldset').disabled = false;
    }
    if (result) {
      await mark();
    }
  };

  /** Once all is sent the server answers, which it does not tell the end of beforehand. */
  const progress = (sent) => {
    if (sent < 1) {
      bar.value = sent;
      say(t('upload.sending', Math.floor(sent * 100)), 'busy');
    } else {
      bar.removeAttribute('value');
      say(t('table.answering'), 'busy');
    }
  };

  const open = (question) => {
    state.update({ page: 'find' });
    inquiry.ask(question);
  };

  const mark = async () => {
    const { answers, chosen } = result;
    const rows = answers.problems.map(({ line, outcome, cells }) => {
      return { line, outcome, question: questionOfRow(cells, chosen) };
    });
    try {
      const places = await spots.mark(rows, inquiry.time, open);
      if (places?.length > 0) {
        const [lons, lats] = [0, 1].map((axis) => places.map((each) => each[axis]));
        goTo(map, [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)]);
      }
    } catch (error) {
      if (error.name !== 'Problem') {
        throw error;
      }
      say(problemWords(error), 'bad');
    }
  };

  const show = () => {
    part('columns').hidden = table === null;
    part('preview').replaceChildren(...(table ? previewView(table) : []));
    for (const which of ['address', 'lon', 'lat']) {
      const { value } = field(which);
      const names = table?.rows[0] ?? [];
      const none = el('option', { value: -1 }, t('table.noColumn'));
      const options = names.map((name, i) => el('option', { value: i }, `${i + 1} ${name}`));
      field(which).replaceChildren(none, ...options);
      field(which).value = value;
    }
    part('result').replaceChildren(...(result ? resultView() : []));
  };

  const resultView = () => {
    const { answer, answers, chosen } = result;
    const name = table.file.name.replace(/\.[^.]*$/, '');
    const button = (key, blob, suffix) =>
      el('button', { type: 'button', class: 'plain', click: () => save(blob, name + suffix) }, t(key));
    const opening = ({ outcome, cells }) => {
      const question = outcome === 'REJECTED' ? null : questionOfRow(cells, chosen);
      return question && (() => open(question));
    };
    return [
      countsView(answers),
      el(
        'p',
        { class: 'files' },
        button('table.saveAll', answer, '-grids.csv'),
        answers.problemCount > 0 ? button('table.saveProblems', answers.problemRows, '-problems.csv') : null,
      ),
      problemsView(answers, opening),
    ];
  };

  field('csv').addEventListener('change', () => {
    const [file] = field('csv').files;
    return file && take(file);
  });
  place.addEventListener('dragover', (event) => event.preventDefault());
  place.addEventListener('drop', (event) => {
    event.preventDefault();
    const { files } = event.dataTransfer;
    if (files.length > 0) {
      field('csv').files = files;
      return take(files[0]);
    }
    return undefined;
  });
  form.addEventListener('submit', send);
  state.addEventListener('change', () => spots.show(state.shown.page === 'table'));
  onLanguage(show);
}
