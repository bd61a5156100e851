import { publish } from '../api.js';
import { ask } from '../dialog.js';
import { el } from '../dom.js';
import { instant, localTime, moment } from '../format.js';
import { t, tag } from '../language.js';
import { problemWords } from '../problems.js';
import { countsText, editionName, stateOf } from './edition-view.js';

/** @typedef {import('../api.js').Edition} Edition */

/**
 * Asks whether an edition shall come into force, and when; says what does and what it replaces.
 * Nothing is published where that is another by now.
 * @param {Edition} edition with its findings; one with errors can't be published
 * @param {(time: string|null) => Edition|undefined} inForceAt what it would replace at a time, null
 *     for now
 * @param {(result: {edition: string, effectiveFrom: string, serversNotPrepared: string[],
 *     serversWithoutCircle: string[]}, later: boolean) => Promise<void>} published
 */
export function askToPublish(edition, inForceAt, published) {
  const kind = edition.state === 'RETIRED' ? 'rollBack' : 'publish';
  const { errors, warnings } = edition.findings ?? { errors: 0, warnings: 0 };
  const when = el('input', {
    type: 'datetime-local',
    name: 'effectiveFrom',
    'aria-label': t('publish.time'),
    min: localTime(new Date()).slice(0, 16),
  });
  const now = radio('now', true);
  const later = radio('later', false);
  const place = el('dd', { 'aria-live': 'polite' });
  const from = () => (later.checked ? instant(when.value) : null);
  // What is shown, and no other, is what the user agrees to replace.
  let replaced;
  const follow = () => {
    when.disabled = !later.checked;
    when.required = later.checked;
    replaced = inForceAt(from());
    place.replaceChildren(...(replaced ? described(replaced) : [t('publish.nothing')]));
  };
  [now, later, when].forEach((one) => one.addEventListener('input', follow));
  follow();
  ask({
    title: t(kind + '.title', edition.districtName, editionName(edition)),
    body: [
      el(
        'dl',
        { class: 'change' },
        el('dt', {}, t('publish.comes')),
        el('dd', {}, ...described(edition)),
        el('dt', {}, t('publish.replaced')),
        place,
      ),
      el(
        'fieldset',
        {},
        el('legend', {}, t('publish.when')),
        el('label', {}, now, t('publish.now')),
        el('label', {}, later, t('publish.later'), ' ', when),
      ),
      el('p', { class: 'hint' }, t(kind + '.consequence')),
      warnings > 0 ? el('p', { class: 'hint' }, t('check.warned', warnings)) : null,
    ],
    action: t(kind + '.action', editionName(edition)),
    hindrance: errors > 0 ? t('check.hindrance', errors) : '',
    act: async () => {
      await published(await publish(edition.id, from(), replaced?.id ?? null), later.checked);
    },
    words: (problem) =>
      problem.inForce === undefined
        ? problemWords(problem)
        : t(
            later.checked ? 'publish.outdatedThen' : 'publish.outdated',
            problem.inForce ?? t('publish.nothing'),
          ),
  });
}

function radio(value, checked) {
  return el('input', { type: 'radio', name: 'when', value, checked: checked ? '' : null });
}

function described(edition) {
  const since = edition.effectiveFrom
    ? t('edition.since.' + stateOf(edition), moment(edition.effectiveFrom, tag()))
    : t('edition.created', moment(edition.createdAt, tag()));
  return [
    el('b', {}, editionName(edition)),
    ' ',
    el('code', {}, edition.id),
    el('small', {}, since),
    el('small', {}, countsText(edition)),
  ];
}
