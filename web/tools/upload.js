import { preview, upload } from '../api.js';
import { el } from '../dom.js';
import { openThings, previewView } from '../editions/preview-view.js';
import { faultsView, reportView } from '../editions/report-view.js';
import { onLanguage, t } from '../language.js';
import { problemWords } from '../problems.js';

/**
 * Where planners bring a hand-over: what would be read of it is shown, they may say what is what,
 * and then it becomes a draft, and its report is shown.
 * @param {import('../session.js').Session} session
 * @param {import('../editions/catalogue.js').Catalogue} catalogue
 * @param {(edition: string) => void} check shows what is wrong with an edition
 */
export function uploadTool(session, catalogue, check) {
  const place = document.querySelector('#upload');
  const form = place.querySelector('form');
  const bar = place.querySelector('progress');
  const said = place.querySelector('[role=status]');
  const seen = place.querySelector('.preview');
  const outcome = place.querySelector('.outcome');
  const field = (name) => form.elements.namedItem(name);
  /** What the planner said: the file by layer, the column by layer and attribute. */
  let layers = {};
  let columns = {};
  let shown = null;
  let looking = new AbortController();

  const submit = async (event) => {
    event.preventDefault();
    looking.abort();
    const [file] = field('zip').files;
    form.querySelector('fieldset').disabled = true;
    outcome.replaceChildren();
    bar.hidden = false;
    try {
      const report = await upload(file, options(), progress);
      await catalogue.refresh();
      say(t('upload.done', report.edition), 'good');
      const click = () => check(report.edition);
      outcome.replaceChildren(
        reportView(report),
        report.findings ? el('button', { type: 'button', class: 'primary', click }, t('report.check')) : '',
      );
      field('zip').value = '';
      forget();
    } catch (error) {
      refuse(error);
    } finally {
      bar.hidden = true;
      form.querySelector('fieldset').disabled = false;
    }
  };

  /**
   * Once a file is chosen and its district known; what was asked before is not waited for. What is
   * shown stays until there is more to show, so that arrows go on through a select.
   */
  const look = async () => {
    looking.abort();
    const [file] = field('zip').files;
    outcome.replaceChildren();
    if (!file || !field('district').value || !field('district').validity.valid) {
      show(null);
      say('', 'none');
      return;
    }
    looking = new AbortController();
    const { signal } = looking;
    say(t('preview.running'), 'busy');
    try {
      const found = await preview(file, options(), signal);
      if (!signal.aborted) {
        show(found);
      }
    } catch (error) {
      if (!signal.aborted) {
        show(null);
        refuse(error);
      }
    }
  };
  const forget = () => {
    layers = {};
    columns = {};
    show(null);
  };
  const show = (found) => {
    const focused = document.activeElement?.dataset.choose;
    shown = found;
    seen.replaceChildren(found ? previewView(found, chooseLayer, chooseColumn) : '');
    if (found) {
      // Drawn anew, and whoever has no mouse goes on from where they were.
      if (focused) {
        seen.querySelector(`[data-choose="${CSS.escape(focused)}"]`)?.focus();
      }
      judge();
    }
  };
  const judge = () => {
    const open = openThings(shown);
    say(open > 0 ? t('preview.open', open) : t('preview.ready'), open > 0 ? 'bad' : 'good');
  };
  const chooseLayer = (file, layer) => {
    const others = Object.entries(layers).filter(([, other]) => other !== file);
    layers = { ...Object.fromEntries(others), [layer]: file };
    // They were columns of another file.
    columns = Object.fromEntries(
      Object.entries(columns).filter(([name]) => !name.startsWith(layer + '.')),
    );
    look();
  };
  const chooseColumn = (layer, key, column) => {
    columns[`${layer}.${key}`] = column;
    judge();
  };

  const refuse = (error) => {
    if (error.name !== 'Problem') {
      throw error;
    }
    say(problemWords(error), 'bad');
    outcome.replaceChildren(error.faults.length > 0 ? faultsView(error) : '');
  };
  const say = (text, tone) => {
    said.textContent = text;
    said.dataset.tone = tone;
  };
  /** Once all is sent the server reads it, which it does not tell the end of beforehand. */
  const progress = (part) => {
    if (part < 1) {
      bar.value = part;
      say(t('upload.sending', Math.floor(part * 100)), 'busy');
    } else {
      bar.removeAttribute('value');
      say(t('upload.reading'), 'busy');
    }
  };
  const options = () => [
    ...['district', 'datum', 'crs', 'encoding']
      .map((name) => [name, field(name).value.trim()])
      .filter(([, value]) => value !== ''),
    ...Object.entries(layers).map((pair) => ['layer', pair.join('=')]),
    ...Object.entries(columns).map((pair) => ['field', pair.join('=')]),
  ];
  const showForm = () => {
    place.hidden = !session.may('PLANNER');
    const known = catalogue.districts();
    place
      .querySelector('datalist')
      .replaceChildren(...known.map(([code, name]) => el('option', { value: code }, name)));
    if (!field('district').value && known.length === 1) {
      field('district').value = known[0][0];
    }
  };

  form.addEventListener('submit', submit);
  form.addEventListener('change', ({ target }) => {
    if (target === field('zip')) {
      forget();
    }
    if (target.name) {
      look();
    }
  });
  session.addEventListener('change', () => {
    looking.abort();
    forget();
    say('', 'none');
    outcome.replaceChildren();
    showForm();
  });
  catalogue.addEventListener('change', showForm);
  onLanguage(() => {
    showForm();
    if (shown) {
      show(shown);
    }
  });
}
