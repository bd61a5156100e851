import { onLanguage, t } from '../language.js';

/**
 * Says that parts of the map come later, for as long as the server puts them off.
 * @param {import('../grids/store.js').GridStore[]} stores
 */
export function lateTool(stores) {
  const note = document.querySelector('#late');
  const show = () => {
    const words = stores.some((store) => store.isLate) ? t('map.late') : '';
    // What is set again is read out again.
    if (note.textContent !== words) {
      note.textContent = words;
    }
  };
  stores.forEach((store) => store.addEventListener('late', show));
  onLanguage(show);
}
