import { el } from '../dom.js';
import { t } from '../language.js';
import { longList } from '../long-list.js';
import { sentenceOf } from './finding.js';
import { factsOf } from './chosen-view.js';
import { severitySample } from './marks.js';

/**
 * What the filter lets through, one by one.
 * @param {import('./inspection.js').Inspection} inspection
 */
export function listView(inspection) {
  const rows = new Map();
  const rowOf = (finding) => {
    const click = () => inspection.choose(finding);
    const row = el(
      'li',
      { 'aria-current': String(finding === inspection.chosen) },
      severitySample(finding.severity),
      el('span', { class: 'hidden-text' }, t('check.' + finding.severity)),
      el('button', { type: 'button', class: 'name', click }, sentenceOf(finding)),
      el('small', {}, factsOf(finding)),
    );
    rows.set(finding, row);
    return row;
  };
  const view = longList('findings', inspection.matching, rowOf);
  const show = () => {
    for (const [finding, row] of rows) {
      row.setAttribute('aria-current', String(finding === inspection.chosen));
    }
  };
  return { view, show };
}
