import { el } from '../../dom.js';
import { onLanguage } from '../../language.js';
import { saidOf } from '../../said.js';
import { nameOfGrid } from './asking.js';
import { effectsView } from './effects-view.js';
import { planWords } from './plan-problem.js';

/** How many grids more are listed at a time: each is asked for its name. */
const STEP = 8;

/**
 * What the plan changes: for each category, and for the grids where it does most.
 * @param {import('../circle.js').Circle} circle
 * @param {import('./plan.js').Plan} plan
 * @param {HTMLElement} place
 * @param {(code: string) => void} open shows a grid on the map
 */
export function effectsPart(circle, plan, place, open) {
  const { effects: answer } = plan;
  const outcome = el('div');
  /** @type {Map<string, string>} names of grids by code */
  const names = new Map();
  let listed = STEP;
  const words = (problem) => planWords(problem, plan.items);
  place.append(saidOf(answer, 'plan.asking', words), outcome);

  const show = () => {
    outcome.classList.toggle('stale', answer.status === 'asking');
    if (answer.status === 'asking') {
      return;
    }
    const { value } = answer;
    const entries = value ? inOrder(value.effects.grids) : [];
    const more = entries.length > listed ? () => list(listed + STEP) : null;
    const choice = circle.choice;
    outcome.replaceChildren(
      value && choice
        ? effectsView(value, choice.standard, entries.slice(0, listed), names, { open, more })
        : '',
    );
    name(entries.slice(0, listed));
  };
  const list = (count) => {
    listed = count;
    show();
  };
  const name = (entries) => {
    for (const code of new Set(entries.map((entry) => entry.code))) {
      if (!names.has(code)) {
        names.set(code, code);
        nameOfGrid(code).then(
          (found) => {
            names.set(code, found);
            outcome
              .querySelectorAll(`[data-grid="${CSS.escape(code)}"]`)
              .forEach((button) => button.replaceChildren(found));
          },
          (error) => {
            // Without a name its code stands for it, until it is asked again.
            names.delete(code);
            if (error.name !== 'Problem') {
              throw error;
            }
          },
        );
      }
    }
  };

  answer.addEventListener('change', () => {
    listed = STEP;
    show();
  });
  onLanguage(show);
}

/** Where most households gain or lose first. */
function inOrder(grids) {
  const moved = ({ gained, lost }) => gained + lost;
  return [...grids].sort((a, b) => moved(b) - moved(a) || (a.code < b.code ? -1 : 1));
}
