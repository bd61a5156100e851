import { el } from '../dom.js';
import { t } from '../language.js';
import { GRID_LEVELS } from '../levels.js';
import { severitySample } from './marks.js';

const SEVERITIES = ['ERROR', 'WARNING'];
const WORDS = { ERROR: 'check.errors', WARNING: 'check.warnings' };

/**
 * How much is wrong by severity, and by kind and level; a click narrows what is shown to one.
 * @param {import('./inspection.js').Inspection} inspection
 */
export function countsView(inspection) {
  const { findings } = inspection;
  /** @type {{button: HTMLElement, name: string, value: string}[]} */
  const choices = [];
  const choice = (name, value, ...children) => {
    const click = () => inspection.narrow(patch(inspection.filter, name, value));
    const button = el('button', { type: 'button', click }, ...children);
    choices.push({ button, name, value });
    return button;
  };
  const severities = SEVERITIES.map((severity) => {
    const total = findings.filter((one) => one.severity === severity).length;
    return choice('severity', severity, severitySample(severity), t(WORDS[severity], total));
  });
  const heads = GRID_LEVELS.map((level) =>
    el('th', { scope: 'col', title: t('level.' + level) }, choice('level', level, t('column.' + level))),
  );
  const rows = kindsOf(findings).map(([kind, ofKind]) => {
    const { severity } = ofKind[0];
    const name = choice('kind', kind, severitySample(severity), t('finding.' + kind));
    const cells = GRID_LEVELS.map((level) => cell(ofKind.filter((one) => one.level === level).length));
    const row = el('tr', {}, el('th', { scope: 'row' }, name), ...cells, cell(ofKind.length));
    return { row, severity };
  });
  const show = () => {
    const { filter } = inspection;
    for (const { button, name, value } of choices) {
      button.setAttribute('aria-pressed', String(filter[name] === value));
    }
    for (const { row, severity } of rows) {
      row.hidden = filter.severity !== null && filter.severity !== severity;
    }
  };
  show();
  const table = el(
    'table',
    { class: 'tally' },
    el('caption', { class: 'hidden-text' }, t('check.counts')),
    el(
      'thead',
      {},
      el('tr', {}, el('th', { scope: 'col' }, t('check.kind')), ...heads, el('th', { scope: 'col' }, t('check.total'))),
    ),
    el('tbody', {}, ...rows.map(({ row }) => row)),
  );
  const view = el('div', {}, el('div', { class: 'severities' }, ...severities), table);
  return { view, show };
}

/** The kinds of which there is something, with theirs; in the order of the findings. */
function kindsOf(findings) {
  const kinds = new Map();
  for (const finding of findings) {
    if (!kinds.has(finding.kind)) {
      kinds.set(finding.kind, []);
    }
    kinds.get(finding.kind).push(finding);
  }
  return [...kinds];
}

/** What is pressed once more lets everything through; a kind is of one severity. */
function patch(filter, name, value) {
  const wanted = { [name]: filter[name] === value ? null : value };
  return name === 'severity' ? { ...wanted, kind: null } : wanted;
}

function cell(count) {
  return el('td', {}, count > 0 ? count.toLocaleString('en') : '–');
}
