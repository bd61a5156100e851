import { ask, tell } from '../dialog.js';
import { el } from '../dom.js';
import { onLanguage, t } from '../language.js';
import { problemWords } from '../problems.js';

/**
 * Who is at the page: a button to sign in with a token, or at an issuer where the settings name
 * one, then their name and role and a way out.
 * @param {import('../session.js').Session} session
 * @param {import('../inquiry.js').Inquiry} inquiry asked again, since others see other things
 * @param {Promise<import('../api.js').Settings>} settings
 * @param {import('../departure.js').Arrival|null} arrival
 */
export async function sessionTool(session, inquiry, settings, arrival) {
  const place = document.querySelector('#session');
  /** @type {import('../issuer.js').Issuer|null} */
  let issuer = null;
  let ready = false;

  const signIn = () => {
    const token = el('input', {
      type: 'password',
      name: 'token',
      required: '',
      autocomplete: 'off',
      spellcheck: 'false',
      maxlength: 4096,
    });
    const label = t(issuer ? 'session.orToken' : 'session.token');
    ask({
      title: t('session.signIn'),
      body: [el('label', {}, label, token), el('p', { class: 'hint' }, t('session.hint'))],
      action: t('session.signIn'),
      act: () => session.signIn(token.value.trim()),
      words: (problem) => (problem.status === 401 ? t('session.wrong') : problemWords(problem)),
      rather: issuer && { action: t('session.unified', issuer.host), act: () => issuer.depart() },
    });
  };

  const signOut = () => session.signOut().catch(tellProblem('session.signedOut', leaveWords));

  const show = () => {
    const { name, role } = session;
    const signedIn = name !== null;
    const words = t(signedIn ? 'session.signOut' : 'session.signIn');
    place.replaceChildren(
      signedIn
        ? el('span', { class: 'who', title: name }, el('b', {}, name), ' ', el('small', {}, t('role.' + role)))
        : '',
      el(
        'button',
        { type: 'button', click: signedIn ? signOut : signIn, disabled: signedIn || ready ? null : '' },
        words,
      ),
    );
  };

  session.addEventListener('change', () => {
    show();
    inquiry.again();
  });
  session.addEventListener('over', () => tell(t('session.over'), t('session.overNow')));
  onLanguage(show);

  try {
    issuer = await issuerOf(settings);
    if (issuer && arrival) {
      await session.arrive(issuer, arrival).catch(tellProblem('session.failed', arrivalWords));
    }
    await session.resume(issuer);
  } finally {
    ready = true;
    show();
  }
  if (issuer && arrival && session.name !== null && session.role === 'VIEWER') {
    tell(t('session.noRole'), t('session.noRoleFor', session.name, issuer.roleClaim));
  }
}

async function issuerOf(settings) {
  const { signIn } = await settings;
  if (!signIn) {
    return null;
  }
  const { Issuer } = await import('../issuer.js');
  return new Issuer(signIn);
}

function leaveWords(problem) {
  return t('session.onlyHere', problemWords(problem));
}

function arrivalWords(problem) {
  return problem.status === 401 ? t('session.notForUs', problem.message) : problemWords(problem);
}

/** @returns {(error: Error) => void} that says it where it can't be overlooked, if it is a Problem */
function tellProblem(title, words) {
  return (error) => {
    if (error.name !== 'Problem') {
      throw error;
    }
    tell(t(title), words(error));
  };
}
