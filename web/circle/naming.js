import { language, t } from '../language.js';
import { FACILITIES_IN_ENGLISH } from './words.js';

/** @param {{name: string, nameEn: string}} thing of a standard */
export function nameOf({ name, nameEn }) {
  return language() === 'en' ? nameEn : name;
}

/** Who walks, and how. @param {import('../api.js').Walker} walker */
export function walkerWords(walker) {
  const metresPerSecond = Number((walker.metresPerMinute.value / 60).toFixed(2));
  return t('circle.speed', nameOf(walker), metresPerSecond, walker.takesSteps);
}

/** @param {import('../api.js').Category} category @param {'TIME'|'DISTANCE'} rule */
export function figureOf(category, rule) {
  return rule === 'TIME' ? category.minutes : category.metres;
}

/** @param {string} kind of a facility, as the data says it */
export function facilityName(kind) {
  return language() === 'en' ? (FACILITIES_IN_ENGLISH[kind] ?? kind) : kind;
}

/** Never 0% or 100% for what is not quite. @param {number} share of 1 */
export function percent(share) {
  const whole = Math.round(share * 100);
  return whole === 0 && share > 0 ? '<1%' : whole === 100 && share < 1 ? '>99%' : whole + '%';
}
