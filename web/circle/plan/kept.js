import { Answer } from '../../answer.js';
import { el } from '../../dom.js';
import { onLanguage, t } from '../../language.js';
import { saidOf } from '../../said.js';
import { save } from '../../saving.js';
import { itemsOf } from './body.js';
import { MOST as MOST_ITEMS, MOST_POINTS, formatPlan, parsePlan } from './items.js';
import { askToChange, askToDrop, askToKeep, isOutrun, keptWords } from './keeping.js';
import { comparedSheet, effectsSheet, planFile, scenario, scenarios } from './kept-asking.js';
import { comparisonPart } from './kept-comparison.js';
import { keptView } from './kept-view.js';

/** How many can be compared. */
const MOST = 10;

/**
 * The plans that planners keep: to be kept, opened, changed, compared and saved as files.
 * @param {import('../circle.js').Circle} circle
 * @param {import('./plan.js').Plan} plan
 * @param {import('../../session.js').Session} session
 * @param {HTMLDetailsElement} place hidden from those who may not
 */
export function keptPart(circle, plan, session, place) {
  /** @type {Answer<import('./kept-asking.js').Summary[]>} */
  const list = new Answer();
  /** @type {Answer<(() => string)|null>} what is to be said of the last deed; one before is given up */
  const deed = new Answer();
  const chosen = new Set();
  const said = el('p', { class: 'said', role: 'status' });
  const keepButton = el('button', { type: 'button', class: 'primary' });
  const rows = el('div');
  let changes = 0;
  let deeds = 0;
  place.append(
    el('p', { class: 'actions' }, keepButton),
    saidOf(deed, 'kept.doing', keptWords),
    said,
    saidOf(list, 'kept.asking'),
    rows,
  );

  const perform = (act) => deed.want(String(++deeds), act);
  const renew = () => {
    changes++;
    follow();
  };

  const saved = (file, name) =>
    perform(async (signal) => {
      save(await file(signal), name);
      return null;
    });

  const actions = {
    open: ({ id }) => perform(async (signal) => opened(await scenario(id, signal), circle)),
    change: ({ id }) =>
      perform(async (signal) => {
        askToChange(await scenario(id, signal), circle, plan, renew);
        return null;
      }),
    drop: (summary) => askToDrop(summary, renew),
    sheet: ({ id, name }) => {
      const level = circle.shown.of;
      return saved((signal) => effectsSheet(id, level, signal), `${name}.csv`);
    },
    file: ({ id, name }) => saved((signal) => planFile(id, signal), `${name}.geojson`),
    choose: (id, on) => {
      chosen[on ? 'add' : 'delete'](id);
      show();
    },
    compare: () => compare([...chosen]),
  };
  const compare = comparisonPart(circle, list, place, ({ found, choice, level }) => {
    const ids = found.scenarios.map(({ id }) => id);
    const sheet = (signal) => comparedSheet(ids, choice.question, level, signal);
    return saved(sheet, t('kept.comparisonFile') + '.csv');
  });

  const follow = () => {
    place.hidden = !session.may('PLANNER');
    const wanted = !place.hidden && place.open && circle.open && circle.choice !== null;
    list.want(wanted ? [session.name, changes].join() : null, scenarios);
    keepButton.disabled = plan.items.length === 0 || !circle.choice;
    if (!wanted) {
      deed.want(null);
    }
  };
  const show = () => {
    keepButton.textContent = t('kept.keep');
    said.textContent = deed.value?.() ?? '';
    said.dataset.tone = deed.value ? 'bad' : 'none';
    if (list.status === 'asking') {
      return;
    }
    const there = (list.value ?? []).map(({ id }) => id);
    [...chosen].filter((id) => !there.includes(id)).forEach((id) => chosen.delete(id));
    const canCompare = chosen.size >= 2 && chosen.size <= MOST;
    const focused = document.activeElement?.dataset?.key;
    rows.replaceChildren(
      list.value ? keptView(list.value, chosen, { ...actions, compare: canCompare ? actions.compare : null }) : '',
    );
    if (focused) {
      rows.querySelector(`[data-key="${focused}"]`)?.focus();
    }
  };

  keepButton.addEventListener('click', () => askToKeep(circle, plan, renew));
  place.addEventListener('toggle', follow);
  session.addEventListener('change', () => {
    chosen.clear();
    compare([]);
    deed.want(null);
    follow();
  });
  plan.addEventListener('change', follow);
  list.addEventListener('change', show);
  deed.addEventListener('change', () => {
    show();
    if (isOutrun(deed.problem)) {
      renew();
    }
  });
  onLanguage(show);
  follow();
}

/**
 * Puts a plan that is kept on the map.
 * @param {import('./kept-asking.js').Scenario} kept
 * @param {import('../circle.js').Circle} circle
 * @returns {(() => string)|null} what is to be said of it
 */
function opened({ plan, standard, profile, rule }, circle) {
  const items = itemsOf(plan);
  if (parsePlan(formatPlan(items)).length < items.length) {
    const points = items.flatMap((item) => item.points ?? []).length;
    return () => t('kept.tooLarge', items.length, points, MOST_ITEMS, MOST_POINTS);
  }
  const isOffered = circle.offers(standard, profile);
  circle.update({ plan: items, ...(isOffered && { standard, profile, rule }) }, true);
  return isOffered ? null : () => t('kept.otherStandard', standard, profile);
}
