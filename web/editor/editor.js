import { goTo } from '../map.js';
import { changesPart } from './changes-view.js';
import { checking } from './checking.js';
import { drawingPart } from './drawing.js';
import { editTools } from './editable.js';
import { Editing } from './editing.js';
import { factsPart } from './facts-form.js';
import { findingsPart } from './findings-view.js';
import { handlesPart } from './handles.js';
import { leaving } from './leaving.js';
import { Loading } from './loading.js';
import { pointing } from './pointing.js';
import { savingPart } from './saving.js';
import { PANE, shapesPart } from './shapes.js';
import { toolbarPart } from './toolbar.js';

/**
 * Editing the micro and dedicated grids of an edition on the map.
 * @param {import('../leaflet.js').Map} map
 * @param {import('../state.js').State} state
 * @param {import('../session.js').Session} session
 * @param {import('../editions/catalogue.js').Catalogue} catalogue
 * @param {Object} hooks
 * @param {import('../tools/pick.js').Aim} hooks.aim
 * @param {import('../leaflet.js').GridLayer} hooks.tiles of the grids in force
 */
export async function editor(map, state, session, catalogue, { aim, tiles }) {
  const place = document.querySelector('#editor');
  const part = (name) => place.querySelector(`[data-part=${name}]`);
  const editing = new Editing();
  const loading = new Loading(editing);
  const isOpen = () =>
    state.shown.page === 'edit' && editing.edition !== null && session.may('PLANNER');
  const tools = await editTools(map, { lineGuideOptions: { pane: PANE } });
  const { leave } = leaving(editing);

  const shapes = shapesPart(map, editing, isOpen);
  const drawing = drawingPart(map, editing, tools, loading);
  handlesPart(map, editing, (grid) => loading.around(grid));
  toolbarPart(map, editing, loading, part('toolbar'), { isOpen, finish: drawing.finish });
  factsPart(editing, part('facts'));
  changesPart(editing, part('changes'), ({ west, south, east, north }) => goTo(map, [west, south, east, north]));
  const findings = findingsPart(map, editing, checking(editing), part('findings'), isOpen);
  const point = pointing(editing, loading, drawing.point);

  /** Edits another edition, or none. */
  const turn = (edit, page) => {
    editing.begin(edit);
    state.update({ edit, page });
  };
  savingPart(editing, part('saving'), {
    saved: async (draft) => {
      turn(draft, state.shown.page);
      await catalogue.refresh();
    },
    leave: () => leave(() => turn(null, 'editions')),
  });

  let open = false;
  let owner = null;
  const follow = () => {
    const { edit, page } = state.shown;
    if (session.name !== null && session.name !== owner) {
      owner = session.name;
      editing.begin(null);
    }
    if (edit !== editing.edition && session.may('PLANNER')) {
      if (editing.changes.length > 0) {
        // What is edited stays until its user has agreed.
        state.update({ edit: editing.edition, page: 'edit' });
        leave(() => turn(edit, page));
        return;
      }
      editing.begin(edit);
    }
    if (isOpen() !== open) {
      open = isOpen();
      place.classList.toggle('open', open);
      aim.lend(open ? point : null);
      tiles.setOpacity(open ? 0 : 1);
      editing.take(null);
      shapes.follow();
      findings.follow();
    }
    if (open) {
      loading.see(map);
      if (state.shown.check !== null || state.shown.compare !== null) {
        // What they draw is of editions as they were.
        state.update({ check: null, compare: null });
      }
    }
  };
  state.addEventListener('change', follow);
  session.addEventListener('change', follow);
  follow();
}
