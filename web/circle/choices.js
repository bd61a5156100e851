import { el } from '../dom.js';
import { onLanguage, t } from '../language.js';
import { saidOf } from '../said.js';
import { figureOf, nameOf, walkerWords } from './naming.js';
import { BY, OF, RULES } from './shown.js';

/**
 * What the view is to show, to be chosen.
 * @param {import('./circle.js').Circle} circle
 * @param {HTMLFormElement} form
 */
export function choicesPart(circle, form) {
  const field = (name) => form.elements.namedItem(name);
  const [standard, profile, rule, of, by, category] = [
    'standard',
    'profile',
    'rule',
    'of',
    'by',
    'category',
  ].map(field);
  const hint = form.querySelector('.hint');
  form.querySelector('details').open = !matchMedia('(max-width: 720px)').matches;

  const show = () => {
    const { choice, shown } = circle;
    form.querySelector('fieldset').disabled = choice === null;
    offer(of, OF.map((level) => [level, t('level.' + level)]), shown.of);
    offer(by, BY.map((one) => [one, t('circle.by.' + one)]), shown.by);
    offer(rule, RULES.map((one) => [one, t('circle.rule.' + one)]), choice?.rule);
    field('walk').checked = shown.walk;
    field('unserved').checked = shown.unserved;
    if (choice) {
      const pairs = (list, words = nameOf) => list.map((one) => [one.id, words(one)]);
      offer(standard, pairs(circle.standards.value), choice.standard.id);
      offer(profile, pairs(choice.standard.walkers, walkerWords), choice.walker.id);
      offer(category, pairs(choice.standard.categories), choice.category.id);
      category.closest('label').hidden = ['score', 'none'].includes(shown.by) && !shown.unserved;
      hint.textContent = t(hintOf(circle));
    }
  };

  for (const select of [standard, profile, rule, of, by, category]) {
    select.addEventListener('change', () => circle.update({ [select.name]: select.value }));
  }
  for (const name of ['walk', 'unserved']) {
    field(name).addEventListener('change', ({ target }) => circle.update({ [name]: target.checked }));
  }
  form.append(saidOf(circle.standards, 'circle.busy'));
  circle.addEventListener('change', show);
  onLanguage(show);
}

function hintOf({ choice: { standard, category, rule }, shown }) {
  const asked = shown.by === 'share' || shown.unserved ? [category] : standard.categories;
  const needed = ['score', 'share'].includes(shown.by) || shown.unserved;
  const known = asked.some((one) => figureOf(one, rule).value !== null);
  return needed && !known ? 'circle.noFigure' : 'circle.hint';
}

/** Leaves the list alone while it stays the same: it may be open. */
function offer(select, pairs, chosen) {
  const same =
    select.options.length === pairs.length &&
    pairs.every(([value, words], i) => {
      const option = select.options[i];
      return option.value === value && option.textContent === words;
    });
  if (!same) {
    select.replaceChildren(...pairs.map(([value, words]) => el('option', { value }, words)));
  }
  select.value = chosen ?? '';
}
