import { el } from '../dom.js';
import { t, tag } from '../language.js';

/** The first rows of a table. @param {import('./reading.js').Table} table */
export function previewView({ file, encoding, rows }) {
  const about = t('table.about', file.name, file.size, encoding === 'utf-8' ? 'UTF-8' : 'GB18030 / GBK');
  const body = rows.map((cells) => el('tr', {}, ...cells.map((cell) => el('td', {}, cell))));
  return [
    el('p', { class: 'about' }, about),
    el('div', { class: 'preview', tabindex: 0, 'aria-label': t('table.preview') }, el('table', {}, ...body)),
  ];
}

/** How many rows came out how. @param {import('./answers.js').Answers} answers */
export function countsView({ counts }) {
  const rows = [...counts]
    .sort(([, a], [, b]) => b - a)
    .flatMap(([outcome, count]) => [
      el('dt', {}, t('row.' + outcome)),
      el('dd', {}, count.toLocaleString(tag())),
    ]);
  return el('dl', { class: 'counts' }, ...rows);
}

/**
 * @param {import('./answers.js').Answers} answers
 * @param {(problem: {cells: string[]}) => (() => void)|null} opening what opens a row; null for none
 */
export function problemsView({ problems, problemCount }, opening) {
  if (problemCount === 0) {
    return el('p', { class: 'none' }, t('table.noProblem'));
  }
  const rows = problems.map((problem) => {
    const text = problem.cells.filter(Boolean).join(' · ') || t('table.unread');
    const { line, outcome, reason } = problem;
    const facts = [t('table.line', line), t('row.' + outcome), reason].filter(Boolean);
    const open = opening(problem);
    return el(
      'li',
      {},
      open ? el('button', { type: 'button', class: 'name', click: open }, text) : el('span', {}, text),
      el('small', {}, facts.join(' · ')),
    );
  });
  const title = t('table.problems', problemCount.toLocaleString(tag()));
  const more = problemCount > problems.length ? t('table.listed', problems.length) : null;
  return el(
    'section',
    {},
    el('h3', {}, title),
    more && el('p', { class: 'none' }, more),
    el('ol', { class: 'problems' }, ...rows),
  );
}
