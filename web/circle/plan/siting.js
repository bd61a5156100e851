import { Answer } from '../../answer.js';
import { el } from '../../dom.js';
import { onLanguage, t } from '../../language.js';
import { divIcon, layerGroup, marker } from '../../leaflet.js';
import { lookAt } from '../../map.js';
import { problemWords } from '../../problems.js';
import { saidOf } from '../../said.js';
import { figureOf, nameOf } from '../naming.js';
import { proposalFor } from './asking.js';
import { exactly, MOST } from './items.js';
import { sitingView } from './siting-view.js';

const SIZE = 28;
const SECOND = 1_000;

/** How long the server may search, for planners, when what it usually takes was not enough. */
const LONG_SECONDS = 120;

/**
 * Where further facilities would serve most: asked for, waited for, shown and taken over.
 * @param {import('../../leaflet.js').Map} map
 * @param {import('../circle.js').Circle} circle
 * @param {import('./plan.js').Plan} plan
 * @param {import('../../session.js').Session} session
 * @param {HTMLFormElement} form
 * @param {HTMLElement} place
 */
export function sitingPart(map, circle, plan, session, form, place) {
  /** @type {Answer<{proposal: import('./asking.js').Proposal, category: import('../../api.js').Category, wish: Object}>} wish as it was asked */
  const answer = new Answer();
  const field = (name) => form.elements.namedItem(name);
  const waiting = el('p', { class: 'said waiting' });
  const outcome = el('div');
  const marks = layerGroup().addTo(map);
  let runs = 0;
  /** @type {string|null} by what was asked */
  let key = null;
  place.append(waiting, saidOf(answer, 'siting.asking', words), outcome);

  const wished = () => {
    const capacity = field('capacity').value;
    return {
      category: field('site-category').value,
      sites: Number(field('sites').value),
      ...(capacity && { capacity: Number(capacity) }),
    };
  };
  const run = (wish) => {
    const { choice } = circle;
    const category = choice.standard.categories.find(({ id }) => id === wish.category);
    key = choice.key;
    answer.want(String(++runs), async (signal) => ({
      proposal: await proposalFor(wish, choice.question, signal),
      category,
      wish,
    }));
  };
  const giveUp = () => {
    key = null;
    answer.want(null);
  };
  const takeOver = () => {
    const { proposal, category } = answer.value;
    const [kind] = category.facilities;
    const added = proposal.sites.map((site) => ({ what: 'added', kind, ...exactly(site) }));
    plan.become([...plan.items, ...added]);
    giveUp();
  };

  const show = () => {
    const { status, value } = answer;
    form.querySelector('fieldset').disabled = status === 'asking' || !circle.choice;
    waiting.replaceChildren();
    if (status === 'asking') {
      wait(waiting, answer, giveUp);
      return;
    }
    marks.clearLayers();
    outcome.replaceChildren();
    if (value) {
      value.proposal.sites.forEach((site, i) => marks.addLayer(markOf(site, i)));
      const room = plan.items.length + value.proposal.sites.length <= MOST;
      const look = (place) => lookAt(map, place, 15);
      const longer = () => run({ ...value.wish, seconds: LONG_SECONDS });
      const isLongest = value.wish.seconds === LONG_SECONDS;
      const incomplete = value.proposal.complete === false && !isLongest;
      outcome.replaceChildren(
        sitingView(value, {
          look,
          takeOver: room ? takeOver : null,
          longer: incomplete && session.may('PLANNER') ? longer : null,
          close: giveUp,
        }),
      );
    }
  };
  const follow = () => {
    const { choice, open } = circle;
    if (key !== null && (!open || choice?.key !== key)) {
      giveUp();
    }
    offer(field('site-category'), choice);
    form.querySelector('fieldset').disabled = answer.status === 'asking' || !choice;
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    run(wished());
  });
  answer.addEventListener('change', show);
  circle.addEventListener('change', follow);
  session.addEventListener('change', () => answer.status === 'asking' || show());
  onLanguage(() => {
    follow();
    show();
  });
}

/** Those whose limit is known; the one chosen for the map unless another is chosen here. */
function offer(select, choice) {
  const known = (choice?.standard.categories ?? []).filter(
    (one) => figureOf(one, choice.rule).value !== null && one.facilities.length > 0,
  );
  const pairs = known.map((one) => [one.id, nameOf(one)]);
  const offered = [...select.options].map(({ value, textContent }) => [value, textContent]);
  if (JSON.stringify(pairs) !== JSON.stringify(offered)) {
    const before = select.value || choice?.category.id;
    select.replaceChildren(...pairs.map(([value, name]) => el('option', { value }, name)));
    select.value = known.some(({ id }) => id === before) ? before : (known[0]?.id ?? '');
  }
}

/** Tells how long it has taken so far; until the line is about something else. */
function wait(line, answer, giveUp) {
  const since = performance.now();
  const words = el('span', { 'aria-hidden': 'true' });
  const tick = () => {
    words.textContent = t('siting.seconds', Math.floor((performance.now() - since) / SECOND));
  };
  const timer = setInterval(tick, SECOND);
  answer.addEventListener('change', () => clearInterval(timer), { once: true });
  tick();
  line.replaceChildren(
    words,
    el('button', { type: 'button', class: 'plain', click: giveUp }, t('siting.cancel')),
  );
}

function markOf({ lon, lat, households }, index) {
  const title = t('siting.site', index + 1, households);
  return marker([lat, lon], {
    icon: divIcon({
      className: 'site-mark',
      html: el('span', { class: 'plan-number', 'data-what': 'site' }, String(index + 1)),
      iconSize: [SIZE, SIZE],
    }),
    title,
    alt: title,
  });
}

function words(problem) {
  return problem.status === 503 ? t('siting.busy') : problemWords(problem);
}
