/** @typedef {import('./coverage.js').Coverage} Coverage */

/** What a code looks like. */
export const CODE = /^[0-9A-Za-z\-]{1,32}$/;

/**
 * A code that no grid at hand has, after the last one of its siblings.
 * @param {Coverage} coverage @param {{level: string, parentCode: string|null}} grid
 */
export function proposed(coverage, { level, parentCode }) {
  const siblings = coverage.ofLevel(level).filter((one) => one.parentCode === parentCode);
  const last = siblings.map(({ code }) => code).sort((a, b) => (a < b ? 1 : -1))[0];
  const first = (parentCode ?? '') + (level === 'DEDICATED' ? 'Z' : '') + '000';
  const [, stem, digits] = /^(.*?)(\d{1,3})$/.exec(last ?? '') ?? /^(.*?)(\d{1,3})$/.exec(first);
  for (let number = Number(digits) + 1; ; number++) {
    const code = stem + String(number).padStart(digits.length, '0');
    if (!coverage.grid(code)) {
      return code;
    }
  }
}
