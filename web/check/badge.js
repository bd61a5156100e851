import { el } from '../dom.js';
import { t } from '../language.js';
import { severitySample } from './marks.js';

/**
 * How much is wrong, at a glance.
 * @param {import('../api.js').Findings} findings
 */
export function findingsBadge({ errors, warnings }) {
  if (errors + warnings === 0) {
    return el('span', { class: 'found', 'data-severity': 'NONE' }, t('check.sound'));
  }
  return el(
    'span',
    { class: 'found' },
    errors > 0 ? count('ERROR', t('check.errors', errors)) : null,
    warnings > 0 ? count('WARNING', t('check.warnings', warnings)) : null,
  );
}

function count(severity, words) {
  return el('span', { 'data-severity': severity }, severitySample(severity), words);
}
