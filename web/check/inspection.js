import { Answer } from '../answer.js';
import { edition as detailsOf } from '../api.js';
import { areasOf, findingsOf } from './asking.js';
import { findingsFrom } from './finding.js';

/** @typedef {import('./asking.js').Filter} Filter */
/** @typedef {import('./finding.js').Finding} Finding */

/** @type {Filter} */
const ANY = { severity: null, kind: null, level: null };

/**
 * What is wrong with an edition, which of it is shown, and which one is chosen. Fires `change` when
 * there is another answer, `narrow` when others of it are shown, and `choose`.
 */
export class Inspection extends EventTarget {
  /** @type {Answer<{edition: import('../api.js').Edition, findings: Finding[]}>} */
  answer = new Answer();
  /** @type {Filter} */
  filter = ANY;
  /** @type {Finding[]} those that the filter lets through */
  matching = [];
  /** @type {Finding|null} */
  chosen = null;

  constructor() {
    super();
    this.answer.addEventListener('change', () => {
      this.filter = ANY;
      this.matching = this.findings;
      this.chosen = null;
      this.dispatchEvent(new Event('change'));
    });
  }

  /** @param {string|null} id of an edition; null for none */
  want(id) {
    return this.answer.want(id, async (signal) => {
      const [edition, points, areas] = await Promise.all([
        detailsOf(id, signal),
        findingsOf(id, signal),
        areasOf(id, signal),
      ]);
      return { edition, findings: findingsFrom(points, areas) };
    });
  }

  /** @returns {Finding[]} all of them */
  get findings() {
    return this.answer.value?.findings ?? [];
  }

  /** @param {Partial<Filter>} patch null where it is to let everything through again */
  narrow(patch) {
    this.filter = patch === null ? ANY : { ...this.filter, ...patch };
    const { severity, kind, level } = this.filter;
    this.matching = this.findings.filter(
      (one) =>
        (severity === null || one.severity === severity) &&
        (kind === null || one.kind === kind) &&
        (level === null || one.level === level),
    );
    if (this.chosen && !this.matching.includes(this.chosen)) {
      this.choose(null);
    }
    this.dispatchEvent(new Event('narrow'));
  }

  /** @param {Finding|null} finding */
  choose(finding) {
    this.chosen = finding;
    this.dispatchEvent(new Event('choose'));
  }
}
