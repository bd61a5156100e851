import { el } from './dom.js';
import { t } from './language.js';
import { problemWords } from './problems.js';

/**
 * Asks the user something, above everything else. The dialog closes when what was asked for is
 * done; until then it says what is in the way.
 * @param {Object} question
 * @param {string} question.title
 * @param {(Node|string|null)[]} question.body
 * @param {string} question.action what the button says
 * @param {() => Promise<void>} question.act rejects with a Problem when it can't be done
 * @param {boolean} [question.grave] whether it can't be taken back
 * @param {(problem: import('./api.js').Problem) => string} [question.words] for a problem
 */
export function ask({ title, body, action, act, grave = false, words = problemWords }) {
  const said = el('p', { class: 'said', role: 'alert' });
  const go = el('button', { type: 'submit', class: grave ? 'grave' : 'primary' }, action);
  const cancel = el('button', { type: 'button', class: 'plain', click: () => close() }, t('cancel'));
  const submit = async (event) => {
    event.preventDefault();
    go.disabled = true;
    said.textContent = '';
    try {
      await act();
      close();
    } catch (error) {
      if (error.name !== 'Problem') {
        throw error;
      }
      said.textContent = words(error);
    } finally {
      go.disabled = false;
    }
  };
  const form = el('form', { submit }, el('h2', {}, title), ...body, said, el('footer', {}, cancel, go));
  const dialog = el('dialog', { class: 'question', 'aria-label': title }, form);
  const close = () => dialog.close();
  // Keys that close the dialog mean nothing to what is below.
  dialog.addEventListener('keydown', (event) => event.stopPropagation());
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
