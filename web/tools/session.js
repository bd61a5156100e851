import { ask } from '../dialog.js';
import { el } from '../dom.js';
import { onLanguage, t } from '../language.js';
import { problemWords } from '../problems.js';

/**
 * Who is at the page: a button to sign in with a token, then their name and role and a way out.
 * @param {import('../session.js').Session} session
 * @param {import('../inquiry.js').Inquiry} inquiry asked again, since others see other things
 * @param {(error: Error) => void} fail
 */
export function sessionTool(session, inquiry, fail) {
  const place = document.querySelector('#session');

  const signIn = () => {
    const token = el('input', {
      type: 'password',
      name: 'token',
      required: '',
      autocomplete: 'off',
      spellcheck: 'false',
      maxlength: 4096,
    });
    ask({
      title: t('session.signIn'),
      body: [el('label', {}, t('session.token'), token), el('p', { class: 'hint' }, t('session.hint'))],
      action: t('session.signIn'),
      act: () => session.signIn(token.value.trim()),
      words: (problem) => (problem.status === 401 ? t('session.wrong') : problemWords(problem)),
    });
  };

  const show = () => {
    const { name, role } = session;
    const signedIn = name !== null;
    const click = signedIn ? () => session.signOut() : signIn;
    const words = t(signedIn ? 'session.signOut' : 'session.signIn');
    place.replaceChildren(
      signedIn
        ? el('span', { class: 'who', title: name }, el('b', {}, name), ' ', el('small', {}, t('role.' + role)))
        : '',
      el('button', { type: 'button', click }, words),
    );
  };

  session.addEventListener('change', () => {
    show();
    inquiry.again();
  });
  onLanguage(show);
  session.resume().catch(fail);
}
