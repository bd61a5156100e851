import { upload } from '../api.js';
import { el } from '../dom.js';
import { faultsView, reportView } from '../editions/report-view.js';
import { onLanguage, t } from '../language.js';
import { problemWords } from '../problems.js';

/**
 * Where planners bring a hand-over; it becomes a draft, and its report is shown.
 * @param {import('../session.js').Session} session
 * @param {import('../editions/catalogue.js').Catalogue} catalogue
 */
export function uploadTool(session, catalogue) {
  const place = document.querySelector('#upload');
  const form = place.querySelector('form');
  const bar = place.querySelector('progress');
  const said = place.querySelector('[role=status]');
  const outcome = place.querySelector('.outcome');
  const field = (name) => form.elements.namedItem(name);

  const submit = async (event) => {
    event.preventDefault();
    const [zip] = field('zip').files;
    form.querySelector('fieldset').disabled = true;
    outcome.replaceChildren();
    bar.hidden = false;
    try {
      const report = await upload(zip, options(), progress);
      await catalogue.refresh();
      say(t('upload.done', report.edition), 'good');
      outcome.replaceChildren(reportView(report));
      field('zip').value = '';
    } catch (error) {
      if (error.name !== 'Problem') {
        throw error;
      }
      say(problemWords(error), 'bad');
      outcome.replaceChildren(error.faults.length > 0 ? faultsView(error) : '');
    } finally {
      bar.hidden = true;
      form.querySelector('fieldset').disabled = false;
    }
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
  const options = () =>
    Object.fromEntries(
      ['district', 'datum', 'crs', 'encoding']
        .map((name) => [name, field(name).value.trim()])
        .filter(([, value]) => value !== ''),
    );
  const show = () => {
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
  session.addEventListener('change', () => {
    say('', 'none');
    outcome.replaceChildren();
    show();
  });
  catalogue.addEventListener('change', show);
  onLanguage(show);
}
