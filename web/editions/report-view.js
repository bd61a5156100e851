import { findingsBadge } from '../check/badge.js';
import { el } from '../dom.js';
import { t } from '../language.js';

/** How many of the rows that were rejected, and of faults, are listed at most. */
const LISTED = 50;

/**
 * What an import read and wrote.
 * @param {import('../api.js').Report} report
 */
export function reportView({ layers, placed, ignored, findings }) {
  const columns = ['layer', 'read', 'written', 'rejected'];
  const head = columns.map((column) => el('th', { scope: 'col' }, t('report.' + column)));
  return el(
    'section',
    { class: 'report' },
    el('h4', {}, t('report.title')),
    layers.length > 0
      ? el('table', {}, el('thead', {}, el('tr', {}, ...head)), el('tbody', {}, ...layers.map(row)))
      : null,
    findings ? el('p', {}, t('report.findings'), findingsBadge(findings)) : null,
    placed && el('p', {}, t('report.placed', placed)),
    ignored.length > 0 ? el('p', { class: 'warning' }, t('report.ignored', ignored.join('、'))) : null,
    ...layers.filter((layer) => layer.rejected > 0).map(rejections),
  );
}

function row({ layer, file, read, written, rejected }) {
  const number = (value) => el('td', {}, value.toLocaleString('en'));
  return el(
    'tr',
    { class: rejected > 0 ? 'warning' : null },
    el('th', { scope: 'row', title: file }, t('import.' + layer)),
    number(read),
    number(written),
    number(rejected),
  );
}

function rejections({ file, rejected, rejections: all }) {
  const lines = all.slice(0, LISTED).map(({ line, reason }) => t('report.line', line, reason));
  return details(t('report.rejections', file, rejected), lines, rejected);
}

/**
 * Why a hand-over was refused.
 * @param {import('../api.js').Problem} problem
 */
export function faultsView({ faults, faultCount }) {
  return details(t('report.faults', faultCount), faults.slice(0, LISTED), faultCount);
}

function details(title, lines, total) {
  const more = total > lines.length ? el('p', { class: 'none' }, t('report.more', total - lines.length)) : null;
  const list = el('ul', {}, ...lines.map((line) => el('li', {}, line)));
  return el('details', { class: 'faults', open: '' }, el('summary', {}, title), list, more);
}
