import { onLanguage, t } from '../language.js';
import { problemWords } from '../problems.js';

/**
 * Says in words what became of the question, for eyes and for screen readers.
 * @param {import('../inquiry.js').Inquiry} inquiry
 * @returns {{complain: (text: string) => void, fail: (error: Error) => void}} to say something else
 *     that went wrong; `fail` throws again what is not a Problem
 */
export function statusTool(inquiry) {
  const line = document.querySelector('#status');
  const say = (text, tone) => {
    line.textContent = text;
    line.dataset.tone = tone;
  };
  const refresh = () => say(...sentence(inquiry));
  inquiry.addEventListener('change', refresh);
  onLanguage(refresh);
  const complain = (text) => say(text, 'bad');
  const fail = (error) => {
    if (error.name !== 'Problem') {
      throw error;
    }
    complain(problemText(error));
  };
  return { complain, fail };
}

function sentence({ status, lookup, grid, problem }) {
  if (status === 'asking') {
    return [t('status.asking'), 'busy'];
  }
  if (status === 'failed') {
    return [problemText(problem), 'bad'];
  }
  if (grid) {
    return [t('status.found', grid.name, t('level.' + grid.level)), 'good'];
  }
  if (lookup?.responsible) {
    const { name, level } = lookup.responsible;
    return [t('status.found', name, t('level.' + level)), 'good'];
  }
  if (lookup && !lookup.outcome) {
    return [t('match.' + lookup.match), 'good'];
  }
  if (lookup) {
    return [t('outcome.' + lookup.outcome), 'bad'];
  }
  return ['', 'none'];
}

function problemText(problem) {
  const { status, parameter } = problem;
  if (status === 404) {
    return t('problem.404');
  }
  return ['lon', 'lat', 'address'].includes(parameter)
    ? t('problem.' + parameter)
    : problemWords(problem);
}
