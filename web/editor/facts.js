import { CODE } from './codes.js';
import { Refusal } from './refusal.js';

/** @typedef {import('./coverage.js').Coverage} Coverage */

/** @typedef {{code: string, name: string, kind: string|null, parentCode: string|null, households: number|null}} Facts */

/**
 * Changes what is said of a grid.
 * @param {Coverage} coverage @param {string} code @param {Facts} facts with another code or the same
 * @returns {Coverage}
 * @throws {Refusal}
 */
export function described(coverage, code, facts) {
  if (!CODE.test(facts.code)) {
    throw new Refusal('code', facts.code);
  }
  if (facts.code !== code && coverage.grid(facts.code)) {
    throw new Refusal('taken', facts.code);
  }
  return coverage.with(
    new Map([
      [code, null],
      [facts.code, { ...coverage.grid(code), ...facts }],
    ]),
  );
}
