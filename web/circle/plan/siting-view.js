import { el } from '../../dom.js';
import { t } from '../../language.js';
import { nameOf } from '../naming.js';
import { whole } from './effects-view.js';
import { MOST, MOST_POINTS } from './items.js';

/**
 * @param {{proposal: import('./asking.js').Proposal, category: import('../../api.js').Category}} found
 * @param {Object} actions
 * @param {(site: {lon: number, lat: number}) => void} actions.look shows a site on the map
 * @param {(() => void)|null} actions.takeOver null where the plan has no room for them
 * @param {(() => void)|null} actions.longer searches on for longer; null where that is of no use
 * @param {() => void} actions.close
 */
export function sitingView({ proposal, category }, { look, takeOver, longer, close }) {
  const { sites, households, householdsBefore, householdsAfter } = proposal;
  return el(
    'article',
    { class: 'circle-card proposal' },
    el('h2', {}, t('siting.found', nameOf(category), sites.length)),
    el(
      'p',
      { class: 'statement' },
      t('siting.served', householdsBefore, householdsAfter, households),
    ),
    el('p', { class: 'bound' }, bound(proposal)),
    ...notes(proposal).map((note) => el('p', { class: 'hint' }, note)),
    sites.length > 0 ? table(sites, look) : null,
    el(
      'p',
      { class: 'actions' },
      sites.length > 0
        ? el(
            'button',
            { type: 'button', class: 'primary', disabled: takeOver ? null : '', click: () => takeOver() },
            t('siting.takeOver'),
          )
        : null,
      longer
        ? el('button', { type: 'button', class: 'plain', click: longer }, t('siting.longer'))
        : null,
      el('button', { type: 'button', class: 'plain', click: close }, t('siting.close')),
    ),
    takeOver ? null : el('p', { class: 'hint' }, t('plan.fault.full', MOST, MOST_POINTS)),
  );
}

/** How far from the best it can be at most; never made to look better by rounding. */
function bound({ householdsBefore, householdsAfter, upperBound, ratio }) {
  const more = upperBound - householdsBefore;
  return householdsAfter >= upperBound
    ? t('siting.best', more)
    : t('siting.bound', more, (Math.floor(ratio * 1000) / 10).toFixed(1));
}

function notes({ complete, oneIn, noNetwork, capacity }) {
  return [
    complete === false ? t('siting.incomplete') : null,
    oneIn > 1 ? t('siting.oneIn', oneIn) : null,
    noNetwork > 0 ? t('siting.noNetwork', noNetwork) : null,
    capacity ? t('siting.capacityIs', capacity) : null,
  ].filter(Boolean);
}

function table(sites, look) {
  return el(
    'table',
    { class: 'outcomes' },
    el(
      'thead',
      {},
      el(
        'tr',
        {},
        ...['number', 'gain'].map((key) => el('th', { scope: 'col' }, t('siting.' + key))),
      ),
    ),
    el(
      'tbody',
      {},
      ...sites.map((site, i) =>
        el(
          'tr',
          {},
          el(
            'th',
            { scope: 'row' },
            el('button', { type: 'button', class: 'name', click: () => look(site) }, t('siting.which', i + 1)),
          ),
          el('td', { class: 'gained' }, '+' + whole(site.households)),
        ),
      ),
    ),
  );
}
