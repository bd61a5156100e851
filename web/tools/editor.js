/**
 * Brings the editor once a planner wants to edit an edition.
 * @param {import('../state.js').State} state
 * @param {import('../session.js').Session} session
 * @param {Object} hooks
 * @param {(module: typeof import('../editor/editor.js')) => Promise<void>} hooks.start
 * @param {(error: Error) => void} hooks.fail
 */
export function editorTool(state, session, { start, fail }) {
  let started = false;
  const follow = () => {
    if (!started && state.shown.edit !== null && session.may('PLANNER')) {
      started = true;
      import('../editor/editor.js').then(start).catch(fail);
    }
  };
  state.addEventListener('change', follow);
  session.addEventListener('change', follow);
  follow();
}
