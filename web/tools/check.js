import { findingsSheet } from '../check/asking.js';
import { findingsBadge } from '../check/badge.js';
import { chosenView } from '../check/chosen-view.js';
import { countsView } from '../check/counts-view.js';
import { FindingsLayer } from '../check/findings-layer.js';
import { Inspection } from '../check/inspection.js';
import { listView } from '../check/list-view.js';
import { pointAtFindings } from '../check/pointing.js';
import { repairsPart } from '../check/repairs.js';
import { el } from '../dom.js';
import { editionName } from '../editions/edition-view.js';
import { moment } from '../format.js';
import { boxOf, degreesOf } from '../geo.js';
import { onLanguage, t, tag } from '../language.js';
import { goTo } from '../map.js';
import { problemWords } from '../problems.js';
import { saidOf } from '../said.js';
import { save as saveAs } from '../saving.js';

/** The largest zoom of the map: slivers are narrow. */
const CLOSEST = 19;

/**
 * What is wrong with an edition: counted, listed, marked on the map; and what can be done about it.
 * @param {import('../leaflet.js').Map} map
 * @param {import('../state.js').State} state
 * @param {import('../session.js').Session} session
 * @param {import('../editions/catalogue.js').Catalogue} catalogue
 */
export function checkTool(map, state, session, catalogue) {
  const place = document.querySelector('#check');
  const part = (name) => place.querySelector(`[data-part=${name}]`);
  const said = part('said');
  const inspection = new Inspection();
  const layer = new FindingsLayer(map);
  let shown = state.shown.check;
  let counts = null;
  let list = null;
  let chosen = null;

  const say = (text, tone) => {
    said.textContent = text;
    said.dataset.tone = tone;
  };
  const follow = () => {
    const { check } = state.shown;
    place.hidden = check === null;
    place.parentElement.classList.toggle('checking', check !== null);
    inspection.want(check);
    if (check !== shown) {
      shown = check;
      say('', 'none');
      (check ? place.querySelector('h2') : place.parentElement).focus({ preventScroll: true });
    }
  };
  const draw = () => layer.show(inspection.matching, inspection.chosen);

  const show = () => {
    const { value } = inspection.answer;
    place.querySelector('h2').textContent = value
      ? t('check.of', value.edition.districtName, editionName(value.edition))
      : t('check.title');
    part('when').replaceChildren(...(value ? whenOf(value.edition) : []));
    const hasSome = inspection.findings.length > 0;
    part('sheet').hidden = !hasSome;
    counts = hasSome ? countsView(inspection) : null;
    part('counts').replaceChildren(counts?.view ?? '');
    chosen = chosenView(inspection);
    part('chosen').replaceChildren(chosen.view);
    showList();
  };
  const showList = () => {
    const { matching, findings } = inspection;
    const everything = el('button', { type: 'button', class: 'plain', click: () => inspection.narrow(null) });
    everything.textContent = t('check.everything');
    part('shown').replaceChildren(
      ...(findings.length > 0 ? [t('check.list', matching.length, findings.length)] : []),
      matching.length < findings.length ? everything : '',
    );
    list = listView(inspection);
    part('list').replaceChildren(list.view);
  };

  const save = async () => {
    const { id } = inspection.answer.value.edition;
    try {
      saveAs(await findingsSheet(id, inspection.filter), `${id}-findings.csv`);
    } catch (error) {
      if (error.name !== 'Problem') {
        throw error;
      }
      say(problemWords(error), 'bad');
    }
  };
  const repaired = async (report) => {
    state.update({ check: report.edition });
    say(t('repair.done', report.edition), 'good');
    await catalogue.refresh();
  };

  part('back').addEventListener('click', () => state.update({ check: null }));
  part('sheet').addEventListener('click', save);
  part('asking').append(saidOf(inspection.answer, 'check.asking'));
  repairsPart(map, inspection, session, part('repairs'), repaired);
  const isOn = () => state.shown.page === 'editions';
  pointAtFindings(map, layer, isOn, (finding) => inspection.choose(finding));
  inspection.addEventListener('change', () => {
    show();
    draw();
    bringIntoSight(map, inspection.findings);
  });
  inspection.addEventListener('narrow', () => {
    counts.show();
    chosen.show();
    showList();
    draw();
  });
  inspection.addEventListener('choose', () => {
    chosen.show();
    list.show();
    draw();
    if (inspection.chosen?.at) {
      goTo(map, boundsOf(inspection.chosen), CLOSEST);
    }
  });
  state.addEventListener('change', follow);
  // Who may not see a draft may not see what is wrong with it.
  session.addEventListener('change', () => inspection.answer.again());
  onLanguage(show);
  follow();
}

function whenOf({ findings }) {
  return findings
    ? [t('check.at', moment(findings.checkedAt, tag())), findings.errors + findings.warnings === 0 ? findingsBadge(findings) : '']
    : [t('check.never')];
}

/** Moves the map where it shows none of them. */
function bringIntoSight(map, findings) {
  const placed = findings.filter(({ at }) => at);
  const seen = map.getBounds();
  if (placed.length > 0 && !placed.some(({ at: { lon, lat } }) => seen.contains([lat, lon]))) {
    goTo(map, degreesOf(boxOf(placed.flatMap(({ spot: { x, y } }) => [x, y]))));
  }
}

function boundsOf({ area, at: { lon, lat } }) {
  return area ? degreesOf(area.box) : [lon, lat, lon, lat];
}
