import { ask } from '../dialog.js';
import { el } from '../dom.js';
import { t } from '../language.js';

/**
 * Nothing that was changed is given up unasked: `leave` asks where there is something, and the
 * browser does before the page goes, as to sign in elsewhere.
 * @param {import('./editing.js').Editing} editing
 * @returns {{leave: (go: () => void) => void}}
 */
export function leaving(editing) {
  addEventListener('beforeunload', (event) => {
    if (editing.changes.length > 0) {
      event.preventDefault();
    }
  });
  return {
    leave: (go) => {
      const { length } = editing.changes;
      if (length === 0) {
        go();
        return;
      }
      ask({
        title: t('editor.leave'),
        body: [el('p', {}, t('editor.unsaved', length))],
        action: t('editor.discard'),
        act: async () => go(),
        grave: true,
      });
    },
  };
}
