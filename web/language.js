import { LANGUAGES } from './strings.js';

const TAGS = { zh: 'zh-CN', en: 'en' };

/** @type {'zh'|'en'} */
let current = 'zh';
const listeners = new EventTarget();

/** @returns {'zh'|'en'} */
export function language() {
  return current;
}

/** The language's tag, as formats of dates and numbers want it. */
export function tag() {
  return TAGS[current];
}

/**
 * @param {string} key of a string; an unknown one is a mistake in the page
 * @param {...unknown} values taken into the sentence
 */
export function t(key, ...values) {
  const string = LANGUAGES[current][key];
  if (string === undefined) {
    throw new Error('no string ' + key);
  }
  return typeof string === 'function' ? string(...values) : string;
}

/** @param {'zh'|'en'} next */
export function speak(next) {
  current = next;
  document.documentElement.lang = TAGS[next];
  document.title = t('page.title');
  translate(document.body);
  listeners.dispatchEvent(new Event('change'));
}

/** @param {() => void} listener called now and whenever the language has changed */
export function onLanguage(listener) {
  listeners.addEventListener('change', () => listener());
  listener();
}

/** Fills in text and attributes that are the same whatever is shown: data-t="key", data-t-title="key". */
function translate(root) {
  for (const element of root.querySelectorAll('[data-t]')) {
    element.textContent = t(element.dataset.t);
  }
  for (const [data, attribute] of [
    ['data-t-label', 'aria-label'],
    ['data-t-title', 'title'],
    ['data-t-placeholder', 'placeholder'],
  ]) {
    for (const element of root.querySelectorAll(`[${data}]`)) {
      element.setAttribute(attribute, t(element.getAttribute(data)));
    }
  }
}
