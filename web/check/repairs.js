import { Answer } from '../answer.js';
import { ask } from '../dialog.js';
import { el } from '../dom.js';
import { editionName } from '../editions/edition-view.js';
import { onLanguage, t } from '../language.js';
import { goTo } from '../map.js';
import { saidOf } from '../said.js';
import { changesOf, repair as apply, repairsOf } from './asking.js';
import { RepairLayer, movedBox } from './repair-layer.js';
import { repairLegend, repairsView } from './repairs-view.js';

/** @typedef {import('./asking.js').Repair} Repair */

/** The largest zoom of the map: repairs are of metres and less. */
const CLOSEST = 19;

/**
 * Repairs of the edition that is inspected: looked at on the map, ticked, confirmed.
 * @param {import('../leaflet.js').Map} map
 * @param {import('./inspection.js').Inspection} inspection
 * @param {import('../session.js').Session} session
 * @param {HTMLDetailsElement} place nothing is asked for while it is closed
 * @param {(report: import('../api.js').Report) => Promise<void>} done with what was repaired
 */
export function repairsPart(map, inspection, session, place, done) {
  const outcome = el('div');
  /** @type {Answer<Repair[]>} */
  const proposed = new Answer();
  /** @type {Answer<import('./asking.js').Change[]>} */
  const changes = new Answer();
  const layer = new RepairLayer(map);
  const ticked = new Set();
  /** @type {Repair|null} that is on the map, or on its way there */
  let looked = null;
  let view = null;

  const edition = () => inspection.answer.value?.edition ?? null;

  const follow = () => {
    place.hidden = !session.may('PLANNER') || inspection.findings.length === 0;
    const id = !place.hidden && place.open ? edition().id : null;
    proposed.want(id, (signal) => repairsOf(id, signal));
  };
  const look = (repair) => {
    looked = repair;
    view?.show(repair);
    const id = edition()?.id;
    changes.want(repair && `${id}/${repair.id}`, (signal) => changesOf(id, repair.id, signal));
  };
  const confirm = () => {
    const { id, state } = edition();
    const chosen = proposed.value.filter((one) => ticked.has(one.id));
    const grids = new Set(chosen.flatMap((one) => one.grids));
    ask({
      title: t('repair.ask', editionName(edition())),
      body: [
        el('p', {}, t('repair.deed', chosen.length, grids.size)),
        el('p', { class: 'hint' }, t(state === 'DRAFT' ? 'repair.replaces' : 'repair.keeps', id)),
      ],
      action: t('repair.act'),
      act: async () => done(await apply(id, chosen.map((one) => one.id))),
    });
  };
  const show = () => {
    const repairs = proposed.value;
    view = repairs?.length > 0 ? repairsView(repairs, ticked, { look, confirm }) : null;
    view?.show(looked);
    outcome.replaceChildren(
      ...(view ? [el('p', { class: 'hint' }, t('repair.hint')), repairLegend(), view.view] : []),
      repairs?.length === 0 ? el('p', { class: 'none' }, t('repair.none')) : '',
    );
  };

  place.append(saidOf(proposed, 'repair.asking'), saidOf(changes, 'repair.looking'), outcome);
  place.addEventListener('toggle', follow);
  proposed.addEventListener('change', () => {
    ticked.clear();
    look(null);
    show();
  });
  changes.addEventListener('change', () => {
    const shown = changes.value ?? [];
    layer.show(shown);
    if (shown.length > 0) {
      goTo(map, movedBox(shown, looked.at), CLOSEST);
    }
  });
  inspection.addEventListener('change', follow);
  session.addEventListener('change', follow);
  onLanguage(show);
}
