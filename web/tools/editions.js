import { discard, edition as detailsOf } from '../api.js';
import { findingsBadge } from '../check/badge.js';
import { ask } from '../dialog.js';
import { el } from '../dom.js';
import { editionName, editionView, publicationsView } from '../editions/edition-view.js';
import { askToPublish } from '../editions/publish.js';
import { reportView } from '../editions/report-view.js';
import { moment } from '../format.js';
import { onLanguage, t, tag } from '../language.js';
import { problemWords } from '../problems.js';

/** @typedef {import('../api.js').Edition} Edition */

/**
 * The editions of a district, newest first, with what the user may do to them.
 * @param {import('../state.js').State} state
 * @param {import('../session.js').Session} session
 * @param {import('../editions/catalogue.js').Catalogue} catalogue
 * @param {import('../districts.js').Districts} districts
 * @param {import('../inquiry.js').Inquiry} inquiry asked again when something came into force
 */
export function editionsTool(state, session, catalogue, districts, inquiry) {
  const choice = document.querySelector('#editions-district');
  const list = document.querySelector('#edition-list');
  const said = document.querySelector('#editions-said');
  let loaded = false;
  let district = '';

  const say = (text, tone) => {
    said.textContent = text;
    said.dataset.tone = tone;
  };
  const load = async () => {
    loaded = true;
    try {
      await catalogue.refresh();
    } catch (error) {
      if (error.name !== 'Problem') {
        throw error;
      }
      say(problemWords(error), 'bad');
    }
  };

  const published = async (name, result, later) => {
    const { edition, effectiveFrom, serversNotPrepared, serversWithoutCircle } = result;
    const there = later || (await districts.until(edition));
    await catalogue.refresh();
    inquiry.again();
    const words = later
      ? t('published.later', name, moment(effectiveFrom, tag()))
      : t(there ? 'published.now' : 'published.slow', name);
    const missing = serversNotPrepared.length
      ? ' ' + t('published.notPrepared', serversNotPrepared.join('、'))
      : '';
    const following = serversWithoutCircle.length
      ? ' ' + t('published.withoutCircle', serversWithoutCircle.join('、'))
      : '';
    say(words + missing + following, missing || !there ? 'bad' : 'good');
  };

  const openPublish = async ({ id, district }) => {
    await load();
    const fresh = catalogue.edition(id);
    if (fresh) {
      askToPublish(
        await detailsOf(id),
        (time) => catalogue.inForceAt(district, time),
        (result, later) => published(editionName(fresh), result, later),
      );
    }
  };

  const openDiscard = (edition) =>
    ask({
      title: t('discard.title', edition.districtName, editionName(edition)),
      body: [el('p', {}, t('discard.consequence'))],
      action: t('discard.action'),
      grave: true,
      act: async () => {
        await discard(edition.id);
        await catalogue.refresh();
        say(t('discarded', editionName(edition)), 'good');
      },
    });

  const actionsOf = (edition) => {
    const current = catalogue.inForce(edition.district);
    const inForce = edition.state === 'PUBLISHED';
    const rollBack = edition.state === 'RETIRED';
    return [
      !inForce && session.may('PUBLISHER')
        ? button(rollBack ? 'rollBack.open' : 'publish.open', 'primary', () => openPublish(edition))
        : null,
      button('check.open', 'plain', () => state.update({ check: edition.id })),
      !inForce && current
        ? button('compare.open', 'plain', () =>
            state.update({
              compare: rollBack ? [edition.id, current.id] : [current.id, edition.id],
            }),
          )
        : null,
      rollBack
        ? button('time.then', 'plain', () => state.update({ time: edition.effectiveFrom }))
        : null,
      (inForce || edition.state === 'DRAFT') && session.may('PLANNER')
        ? button('editor.open', 'plain', () => state.update({ page: 'edit', edit: edition.id }))
        : null,
      edition.state === 'DRAFT' && session.may('PLANNER')
        ? button('discard.open', 'plain', () => openDiscard(edition))
        : null,
    ];
  };

  const show = () => {
    const known = catalogue.districts();
    const chosen = known.some(([code]) => code === district) ? district : known[0]?.[0];
    choice.replaceChildren(...known.map(([code, name]) => el('option', { value: code }, name)));
    choice.value = chosen ?? '';
    choice.closest('label').hidden = known.length < 2;
    const shown = catalogue.list.filter((one) => one.district === choice.value);
    list.replaceChildren(
      ...shown.map((edition) => editionView(edition, actionsOf(edition), details(edition))),
    );
    if (shown.length === 0) {
      list.replaceChildren(el('li', { class: 'none' }, t(loaded ? 'editions.none' : 'editions.loading')));
    }
  };

  const loadWhenOpen = () => {
    if (!loaded && state.shown.page === 'editions') {
      load();
    }
  };
  choice.addEventListener('change', () => {
    district = choice.value;
    show();
  });
  catalogue.addEventListener('change', show);
  state.addEventListener('change', loadWhenOpen);
  session.addEventListener('change', () => {
    say('', 'none');
    loaded = false;
    // Who may not see drafts may not see those that someone else saw here.
    catalogue.clear();
    loadWhenOpen();
  });
  districts.addEventListener('change', () => loaded && load());
  onLanguage(show);
  loadWhenOpen();
}

function button(key, kind, click) {
  return el('button', { type: 'button', class: kind, click }, t(key));
}

/** What is asked for only when someone wants it: when it was in force, and its import's report. */
function details({ id }) {
  const place = el('div');
  const toggle = async ({ target }) => {
    if (!target.open || place.hasChildNodes()) {
      return;
    }
    try {
      const edition = await detailsOf(id);
      place.replaceChildren(
        edition.findings ? el('p', {}, findingsBadge(edition.findings)) : '',
        publicationsView(edition),
        edition.report ? reportView(edition.report) : '',
      );
    } catch (error) {
      if (error.name !== 'Problem') {
        throw error;
      }
      place.replaceChildren(el('p', { class: 'none' }, problemWords(error)));
    }
  };
  return el('details', { toggle }, el('summary', {}, t('edition.details')), place);
}
