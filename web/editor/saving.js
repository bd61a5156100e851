import { onLanguage, t } from '../language.js';
import { problemWords } from '../problems.js';
import { draftOf } from './asking.js';

/**
 * Which edition is edited, and saving what was changed as a draft, which is edited from then on.
 * @param {import('./editing.js').Editing} editing
 * @param {HTMLElement} place
 * @param {{saved: (draft: string) => Promise<void>, leave: () => void}} hooks
 */
export function savingPart(editing, place, { saved, leave }) {
  const [save, end] = ['save', 'leave'].map((name) => place.querySelector(`button[name=${name}]`));
  const title = place.querySelector('h2');
  const said = place.querySelector('[role=status]');
  let busy = false;

  const say = (text, tone) => {
    said.textContent = text;
    said.dataset.tone = tone;
  };
  const show = () => {
    title.textContent = editing.edition ? t('editor.title', editing.edition) : t('editor.none');
    save.disabled = busy || editing.changes.length === 0;
  };
  const submit = async () => {
    const { edition, edits } = editing;
    busy = true;
    say(t('editor.saving'), 'busy');
    show();
    try {
      const draft = await draftOf(edition, edits);
      await saved(draft);
      say(t('editor.saved', draft), 'good');
    } catch (error) {
      if (error.name !== 'Problem') {
        throw error;
      }
      say(problemWords(error), 'bad');
    } finally {
      busy = false;
      show();
    }
  };

  save.addEventListener('click', submit);
  end.addEventListener('click', leave);
  editing.addEventListener('change', () => {
    if (editing.history.done.length > 0 && !busy) {
      say('', 'none');
    }
    show();
  });
  onLanguage(show);
}
