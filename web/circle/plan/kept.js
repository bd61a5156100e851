import { ask } from '../../dialog.js';
import { el } from '../../dom.js';
import { onLanguage, t } from '../../language.js';
import { save } from '../../saving.js';
import { Answer } from '../answer.js';
import { saidOf } from '../said.js';
import { itemsOf } from './body.js';
import { formatPlan, parsePlan } from './items.js';
import {
  compared,
  comparedSheet,
  drop,
  effectsSheet,
  planFile,
  scenario,
  scenarios,
} from './kept-asking.js';
import { comparedView, keptView } from './kept-view.js';
import { askToChange, askToKeep, keptWords } from './keeping.js';

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
  /** @type {Answer<import('./kept-asking.js').Compared>} */
  const comparison = new Answer();
  const chosen = new Set();
  const said = el('p', { class: 'said', role: 'status' });
  const keepButton = el('button', { type: 'button', class: 'primary' });
  const rows = el('div');
  const outcome = el('div');
  let changes = 0;
  place.append(
    el('p', { class: 'actions' }, keepButton),
    said,
    saidOf(list, 'kept.asking'),
    rows,
    saidOf(comparison, 'kept.comparing', keptWords),
    outcome,
  );

  const say = (text, tone) => {
    said.textContent = text;
    said.dataset.tone = tone;
  };
  /** Says what is in the way, if anything. */
  const attempt = async (deed) => {
    say('', 'none');
    try {
      await deed();
    } catch (error) {
      if (error.name !== 'Problem') {
        throw error;
      }
      say(keptWords(error), 'bad');
    }
  };
  const renew = () => {
    changes++;
    follow();
  };

  const actions = {
    open: ({ id }) =>
      attempt(async () => {
        const { plan: body, standard, profile, rule } = await scenario(id);
        const items = itemsOf(body);
        if (parsePlan(formatPlan(items)).length < items.length) {
          say(t('kept.tooLarge', items.length), 'bad');
          return;
        }
        circle.update({ plan: items, standard, profile, rule });
      }),
    change: ({ id }) =>
      attempt(async () => askToChange(await scenario(id), circle, plan, renew)),
    drop: (summary) =>
      ask({
        title: t('kept.drop', summary.name),
        body: [el('p', {}, t('kept.dropHint'))],
        action: t('kept.doDrop'),
        grave: true,
        act: async () => {
          await drop(summary);
          renew();
        },
        words: keptWords,
      }),
    sheet: ({ id, name }) =>
      attempt(async () => save(await effectsSheet(id, circle.shown.of), `${name}.csv`)),
    file: ({ id, name }) => attempt(async () => save(await planFile(id), `${name}.geojson`)),
    choose: (id, on) => {
      chosen[on ? 'add' : 'delete'](id);
      show();
    },
    compare: () => {
      const { choice, shown } = circle;
      const ids = [...chosen];
      const key = [choice.key, shown.of, changes, ...ids].join();
      comparison.want(key, (signal) => compared(ids, choice.question, shown.of, signal));
    },
    saveComparison: () =>
      attempt(async () => {
        const { choice, shown } = circle;
        const ids = comparison.value.scenarios.map(({ id }) => id);
        save(await comparedSheet(ids, choice.question, shown.of), t('kept.comparisonFile') + '.csv');
      }),
    close: () => comparison.want(null),
  };

  const follow = () => {
    place.hidden = !session.may('PLANNER');
    const wanted = !place.hidden && place.open && circle.open;
    list.want(wanted ? [session.name, changes].join() : null, scenarios);
    keepButton.disabled = plan.items.length === 0 || !circle.choice;
    if (!wanted) {
      comparison.want(null);
    }
  };
  const show = () => {
    keepButton.textContent = t('kept.keep');
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
  const showComparison = () => {
    outcome.classList.toggle('stale', comparison.status === 'asking');
    if (comparison.status !== 'asking') {
      outcome.replaceChildren(comparison.value ? comparedView(comparison.value, actions) : '');
    }
  };

  keepButton.addEventListener('click', () => askToKeep(circle, plan, renew));
  place.addEventListener('toggle', follow);
  session.addEventListener('change', () => {
    chosen.clear();
    comparison.want(null);
    follow();
  });
  plan.addEventListener('change', follow);
  list.addEventListener('change', show);
  comparison.addEventListener('change', showComparison);
  onLanguage(() => {
    show();
    showComparison();
  });
  follow();
}
