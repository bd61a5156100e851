import { ask } from '../../dialog.js';
import { el } from '../../dom.js';
import { t } from '../../language.js';
import { problemWords } from '../../problems.js';
import { bodyOf } from './body.js';
import { keep, replace } from './kept-asking.js';

const LONGEST_NAME = 100;
const LONGEST_NOTE = 2_000;

/**
 * Asks under which name the plan shall be kept.
 * @param {import('../circle.js').Circle} circle
 * @param {import('./plan.js').Plan} plan
 * @param {() => void} done called when it is
 */
export function askToKeep(circle, plan, done) {
  const { items } = plan;
  const { question } = circle.choice;
  const naming = fields({ name: '', note: '' });
  ask({
    title: t('kept.keep'),
    body: [...naming.labels, el('p', { class: 'hint' }, t('kept.keepHint', items.length))],
    action: t('kept.doKeep'),
    act: async () => {
      await keep({ ...naming.values(), ...bodyOf(items) }, question);
      done();
    },
    words: keptWords,
  });
}

/**
 * Asks what shall be otherwise of a plan that is kept: its name, its note, or all of it.
 * @param {import('./kept-asking.js').Scenario} read
 * @param {import('../circle.js').Circle} circle
 * @param {import('./plan.js').Plan} plan that may take its place
 * @param {() => void} done called when it is
 */
export function askToChange(read, circle, plan, done) {
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
      await replace(
        read,
        { ...naming.values(), ...(whole.checked ? bodyOf(items) : read.plan) },
        whole.checked ? question : { standard, profile, rule: rule.toLowerCase() },
      );
      done();
    },
    words: keptWords,
  });
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
 */
export function keptWords(problem) {
  return KINDS.includes(problem.kind)
    ? t('kept.problem.' + problem.kind, problem.message)
    : problemWords(problem);
}
