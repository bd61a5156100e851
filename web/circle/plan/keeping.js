import { ask } from '../../dialog.js';
import { el } from '../../dom.js';
import { t } from '../../language.js';
import { bodyOf, itemsOf } from './body.js';
import { drop, keep, replace } from './kept-asking.js';
import { planWords } from './plan-problem.js';

const LONGEST_NAME = 100;
const LONGEST_NOTE = 2_000;

/**
 * Asks under which name the plan shall be kept.
 * @param {import('../circle.js').Circle} circle
 * @param {import('./plan.js').Plan} plan
 * @param {() => void} renew called when it is
 */
export function askToKeep(circle, plan, renew) {
  const { items } = plan;
  const { question } = circle.choice;
  const naming = fields({ name: '', note: '' });
  ask({
    title: t('kept.keep'),
    body: [...naming.labels, el('p', { class: 'hint' }, t('kept.keepHint', items.length))],
    action: t('kept.doKeep'),
    act: async () => {
      await keep({ ...naming.values(), ...bodyOf(items) }, question);
      renew();
    },
    words: (problem) => keptWords(problem, items),
  });
}

/**
 * Asks what shall be otherwise of a plan that is kept: its name, its note, or all of it.
 * @param {import('./kept-asking.js').Scenario} read
 * @param {import('../circle.js').Circle} circle
 * @param {import('./plan.js').Plan} plan that may take its place
 * @param {() => void} renew called when it is, or when somebody else was faster
 */
export function askToChange(read, circle, plan, renew) {
  const { items } = plan;
  const { question } = circle.choice;
  const naming = fields(read);
  const whole = el('input', {
    type: 'checkbox',
    name: 'whole',
    disabled: items.length > 0 ? null : '',
  });
  ask({
    title: t('kept.change'),
    body: [...naming.labels, el('label', { class: 'whole' }, whole, t('kept.whole', items.length))],
    action: t('kept.doKeep'),
    act: async () => {
      const { standard, profile, rule } = read;
      const body = { ...naming.values(), ...(whole.checked ? bodyOf(items) : read.plan) };
      const by = whole.checked ? question : { standard, profile, rule: rule.toLowerCase() };
      await renewing(() => replace(read, body, by), renew);
    },
    words: (problem) => keptWords(problem, whole.checked ? items : itemsOf(read.plan)),
  });
}

/**
 * Asks whether a plan shall be kept no longer.
 * @param {import('./kept-asking.js').Summary} summary of it
 * @param {() => void} renew as `askToChange`
 */
export function askToDrop(summary, renew) {
  ask({
    title: t('kept.drop', summary.name),
    body: [el('p', {}, t('kept.dropHint'))],
    action: t('kept.doDrop'),
    grave: true,
    act: () => renewing(() => drop(summary), renew),
    words: keptWords,
  });
}

const OUTRUN = ['conflict', 'not-found'];

/** Whether a problem says that somebody else has changed or deleted it. @param {import('../../api.js').Problem|null} problem */
export function isOutrun(problem) {
  return OUTRUN.includes(problem?.kind);
}

async function renewing(deed, renew) {
  try {
    await deed();
  } catch (error) {
    if (isOutrun(error)) {
      renew();
    }
    throw error;
  }
  renew();
}

function fields(read) {
  const name = el('input', {
    name: 'name',
    required: '',
    maxlength: LONGEST_NAME,
    autocomplete: 'off',
    value: read.name,
  });
  const note = el('textarea', { name: 'note', maxlength: LONGEST_NOTE, rows: 3 }, read.note);
  return {
    labels: [el('label', {}, t('kept.name'), name), el('label', {}, t('kept.note'), note)],
    values: () => ({ name: name.value.trim(), note: note.value.trim() }),
  };
}

const KINDS = ['conflict', 'name-taken', 'too-many-scenarios', 'plan-outdated', 'not-found'];

/**
 * What is in the way, where plans that are kept have words of their own for it.
 * @param {import('../../api.js').Problem} problem
 * @param {import('./items.js').Item[]} [items] of the plan that it may be about
 */
export function keptWords(problem, items = []) {
  return KINDS.includes(problem.kind)
    ? t('kept.problem.' + problem.kind, problem.message)
    : planWords(problem, items);
}
