import { language, speak } from '../language.js';

/**
 * The switch between Chinese and English, which the pages of layers are opened in, too.
 * @param {import('../state.js').State} state
 */
export function languageTool(state) {
  const other = () => (language() === 'zh' ? 'en' : 'zh');
  const button = document.querySelector('#language');
  const layers = document.querySelector('#legend a');
  button.addEventListener('click', () => state.update({ lang: other() }));
  const follow = () => {
    speak(state.shown.lang);
    layers.search = `lang=${language()}`;
    button.lang = other() === 'zh' ? 'zh-CN' : 'en';
  };
  state.addEventListener('change', () => state.shown.lang === language() || follow());
  follow();
}
