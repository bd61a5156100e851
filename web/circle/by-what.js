import { el } from '../dom.js';
import { t } from '../language.js';
import { nameOf, walkerWords } from './naming.js';

/**
 * By which standard, for whom and by which rule something was found, in words.
 * @param {NonNullable<import('./circle.js').Circle['choice']>} choice
 */
export function byWhat({ standard, walker, rule }) {
  return el(
    'p',
    { class: 'by-what' },
    nameOf(standard),
    el('br'),
    t('circle.version', standard.version),
    el('br'),
    `${t('circle.rule.' + rule)} · ${walkerWords(walker)}`,
  );
}
