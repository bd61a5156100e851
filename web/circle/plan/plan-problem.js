import { t } from '../../language.js';
import { problemWords } from '../../problems.js';
import { indexAt } from './body.js';

const BUSY = 503;

/**
 * What is wrong with a plan, and with which of its items.
 * @param {import('../../api.js').Problem} problem
 * @param {import('./items.js').Item[]} items
 */
export function planWords(problem, items) {
  if (problem.status === BUSY) {
    return t('plan.busy');
  }
  const number = indexAt(items, problem.member) + 1;
  if (number === 0) {
    return problemWords(problem);
  }
  if (problem.kind === 'off-network') {
    return t('plan.offNetwork', number);
  }
  return t('plan.refused', number, problem.message);
}
