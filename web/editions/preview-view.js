import { el } from '../dom.js';
import { language, t } from '../language.js';

/**
 * What would be read of a hand-over, with selects for what each file and each attribute is.
 * @param {import('../api.js').Preview} preview
 * @param {(file: string, layer: string) => void} chooseLayer
 * @param {(layer: string, key: string, column: string) => void} chooseColumn
 */
export function previewView({ files, missing, ignored }, chooseLayer, chooseColumn) {
  const layers = missing.map((layer) => t('import.' + layer)).join('、');
  return el(
    'section',
    { class: 'report' },
    missing.length > 0 ? el('p', { class: 'warning' }, t('preview.missing', layers)) : null,
    ...files.map((file) => fileView(file, chooseLayer, chooseColumn)),
    ignored.length > 0 ? el('p', { class: 'warning' }, t('report.ignored', ignored.join('、'))) : null,
  );
}

/** How many things have to be put right before an import can succeed. */
export function openThings({ files, missing }) {
  const read = files.filter(({ layer }) => layer !== null);
  const faults = read.reduce((sum, { faults }) => sum + faults.length, 0);
  const fields = read.flatMap(({ fields }) => fields).filter(isMissing);
  return missing.length + faults + fields.length;
}

function isMissing({ required, column }) {
  return required && column === null;
}

function fileView(file, chooseLayer, chooseColumn) {
  const facts = [
    t('preview.rows', file.rows.toLocaleString('en'), file.complete),
    file.crs,
    file.encoding,
  ];
  return el(
    'article',
    { 'data-file': file.file },
    el('h4', {}, file.file),
    layerLabel(file, chooseLayer),
    el('p', { class: 'hint' }, facts.filter(Boolean).join(' · ')),
    ...file.faults.map((fault) => el('p', { class: 'warning' }, fault)),
    file.fields.length > 0 ? fieldTable(file, chooseColumn) : null,
  );
}

function layerLabel({ file, layer, mayBe }, chooseLayer) {
  const choose = ({ target }) => chooseLayer(file, target.value);
  const none = layer === null ? [option('', t('preview.none'), true)] : [];
  const layers = mayBe.map((id) => option(id, t('import.' + id), id === layer));
  return el(
    'label',
    {},
    el('span', {}, t('preview.layer')),
    el('select', { 'data-choose': file, change: choose }, ...none, ...layers),
  );
}

function option(value, text, selected) {
  return el('option', { value, selected: selected ? '' : null }, text);
}

function fieldTable(file, chooseColumn) {
  const heads = [
    t('preview.field'),
    t('preview.column'),
    ...file.samples.map((_, i) => t('preview.sample', i + 1)),
  ];
  const unused = el('p', { class: 'hint' });
  const tellUnused = () => {
    const used = file.fields.map(({ column }) => column);
    const left = file.columns.filter((column) => !used.includes(column));
    unused.textContent = left.length > 0 ? t('preview.unused', left.join('、')) : '';
  };
  const rows = file.fields.map((field) =>
    fieldRow(file, field, (column) => {
      field.column = column;
      chooseColumn(file.layer, field.key, column);
      tellUnused();
    }),
  );
  tellUnused();
  return el(
    'div',
    {},
    el(
      'div',
      { class: 'wide' },
      el(
        'table',
        {},
        el('thead', {}, el('tr', {}, ...heads.map((head) => el('th', { scope: 'col' }, head)))),
        el('tbody', {}, ...rows),
      ),
    ),
    unused,
  );
}

/** Its cells follow the choice, while the select keeps the focus. */
function fieldRow({ layer, columns, samples }, field, choose) {
  const name = language() === 'zh' ? field.names[0] : field.key;
  const cells = samples.map(() => el('td'));
  const mark = el('small');
  const row = el('tr', { 'data-field': `${layer}.${field.key}` });
  const show = () => {
    const at = columns.indexOf(field.column);
    samples.forEach((sample, i) => (cells[i].textContent = at < 0 ? '' : sample[at]));
    row.className = isMissing(field) ? 'warning' : '';
    mark.textContent = field.required ? ' ' + t('preview.required') : '';
  };
  const select = el(
    'select',
    {
      'aria-label': t('preview.columnOf', name),
      change: ({ target }) => {
        select.querySelector('[value=""]')?.remove();
        choose(target.value);
        show();
      },
    },
    ...(field.column === null ? [option('', t('preview.noColumn'), true)] : []),
    ...columns.map((column) => option(column, column, column === field.column)),
  );
  row.append(el('th', { scope: 'row' }, name, mark), el('td', {}, select), ...cells);
  show();
  return row;
}
