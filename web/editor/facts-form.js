import { el } from '../dom.js';
import { onLanguage, t } from '../language.js';
import { KIND_TINTS } from '../palette.js';
import { CODE } from './codes.js';
import { described } from './facts.js';

/** Of which level a grid's parent is. */
const PARENTS = { MICRO: 'GENERAL', DEDICATED: 'COMMUNITY' };

/**
 * What is said of the selected grid. Its code can be another only while it is new.
 * @param {import('./editing.js').Editing} editing
 * @param {HTMLFormElement} form
 */
export function factsPart(editing, form) {
  const field = (name) => form.elements.namedItem(name);
  let shown = null;

  const show = () => {
    const { grid } = editing;
    form.hidden = !grid;
    if (!grid) {
      shown = null;
      return;
    }
    form.querySelector('h3').textContent = t('editor.grid', t('level.' + grid.level));
    fillParents(grid);
    if (grid !== shown) {
      shown = grid;
      for (const name of ['code', 'name', 'kind', 'households', 'parentCode']) {
        field(name).value = grid[name] ?? '';
      }
      field('code').readOnly = !isNew(grid);
    }
  };
  const isNew = ({ code }) =>
    editing.changes.some((change) => change.code === code && change.before === null);
  const fillParents = ({ level, parentCode }) => {
    const parents = editing.coverage.ofLevel(PARENTS[level]).sort((a, b) => (a.code < b.code ? -1 : 1));
    const key = parents.map(({ code }) => code).join();
    const choice = field('parentCode');
    if (choice.dataset.key !== key) {
      const chosen = choice.value || parentCode;
      choice.dataset.key = key;
      choice.replaceChildren(
        ...parents.map(({ code, name }) => el('option', { value: code }, t('hover.named', name, code))),
      );
      choice.value = chosen;
    }
  };
  const submit = (event) => {
    event.preventDefault();
    const { selected } = editing;
    const text = (name) => field(name).value.trim();
    const facts = {
      code: text('code'),
      name: text('name'),
      kind: text('kind') || null,
      households: text('households') === '' ? null : Number(text('households')),
      parentCode: field('parentCode').value || null,
    };
    if (editing.act((coverage) => described(coverage, selected, facts))) {
      editing.select(facts.code);
    }
  };

  field('code').pattern = CODE.source.slice(1, -1);
  form
    .querySelector('datalist')
    .replaceChildren(...Object.keys(KIND_TINTS).map((kind) => el('option', { value: kind })));
  form.addEventListener('submit', submit);
  editing.addEventListener('change', show);
  onLanguage(show);
}
