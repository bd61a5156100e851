import { language, speak } from '../language.js';

/**
 * The switch between Chinese and English.
 * @param {import('../state.js').State} state
 */
export function languageTool(state) {
  const other = () => (language() === 'zh' ? 'en' : 'zh');
  const button = document.querySelector('#language');
  button.addEventListener('click', () => state.update({ lang: other() }));
  const follow = () => {
    speak(state.shown.lang);
    button.lang = other() === 'zh' ? 'zh-CN' : 'en';
  };
  state.addEventListener('change', () => state.shown.lang === language() || follow());
  follow();
}
