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
 * @param {{action: string, act: () => Promise<void>}|null} [question.rather] a button above the
 *     rest, for what may be done instead
 * @param {string} [question.hindrance] why it can't be done at all
 */
export function ask({
  title,
  body,
  action,
  act,
  grave = false,
  words = problemWords,
  rather = null,
  hindrance = '',
}) {
  const said = el('p', { class: 'said', role: 'alert' }, hindrance);
  const go = el('button', { type: 'submit', class: grave ? 'grave' : 'primary' }, action);
  go.disabled = hindrance !== '';
  const cancel = el('button', { type: 'button', class: 'plain', click: () => close() }, t('cancel'));
  const attempt = async (button, deed) => {
    button.disabled = true;
    said.textContent = '';
    try {
      await deed();
      close();
    } catch (error) {
      if (error.name !== 'Problem') {
        throw error;
      }
      said.textContent = words(error);
    } finally {
      button.disabled = false;
    }
  };
  const submit = (event) => {
    event.preventDefault();
    return attempt(go, act);
  };
  const other =
    rather && el('button', { type: 'button', class: 'primary', click: () => attempt(other, rather.act) }, rather.action);
  const dialog = show(
    title,
    el('form', { submit }, el('h2', {}, title), other, ...body, said, el('footer', {}, cancel, go)),
  );
  const close = () => dialog.close();
}

/**
 * Says something that must not be overlooked, above everything else.
 * @param {string} title
 * @param {string} text
 */
export function tell(title, text) {
  const close = el('button', { class: 'primary', value: 'close' }, t('understood'));
  const form = el('form', { method: 'dialog' }, el('h2', {}, title), el('p', {}, text), el('footer', {}, close));
  show(title, form);
}

/** @returns {HTMLDialogElement} */
function show(title, form) {
  const dialog = el('dialog', { class: 'question', 'aria-label': title }, form);
  // Keys that close the dialog mean nothing to what is below.
  dialog.addEventListener('keydown', (event) => event.stopPropagation());
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}
