import { Answer } from '../answer.js';
import { circleStandards } from '../api.js';
import { CIRCLE_LAYERS } from '../levels.js';
import { GROUPS } from './shown.js';

/**
 * What the living-circle view is to show; its parts meet here. Fires `change` whenever that may be
 * something else.
 */
export class Circle extends EventTarget {
  /** @type {Answer<import('../api.js').Standard[]>} */
  standards = new Answer();
  #state;
  #inquiry;
  #changes = 0;

  /**
   * @param {import('../state.js').State} state
   * @param {import('../inquiry.js').Inquiry} inquiry
   * @param {import('../districts.js').Districts} districts
   */
  constructor(state, inquiry, districts) {
    super();
    this.#state = state;
    this.#inquiry = inquiry;
    const changed = () => this.#become();
    state.addEventListener('change', changed);
    inquiry.addEventListener('change', () => this.asking || changed());
    this.standards.addEventListener('change', changed);
    // What is in force is another, and so may all answers be.
    districts.addEventListener('change', () => this.renew());
    changed();
  }

  /** Has everything asked again. Fires `renew` first. */
  renew() {
    this.#changes++;
    this.dispatchEvent(new Event('renew'));
    this.#become();
  }

  #become() {
    if (this.open) {
      this.standards.want('standards', circleStandards);
    }
    this.dispatchEvent(new Event('change'));
  }

  /** Whether the view is in sight; results are of what is in force only. */
  get open() {
    const { page, time } = this.#state.shown;
    return page === 'circle' && time === null;
  }

  /** Whether what is asked about is about to become something else. */
  get asking() {
    return this.#inquiry.status === 'asking';
  }

  /** @returns {import('./shown.js').CircleShown} */
  get shown() {
    return this.#state.shown.circle;
  }

  /**
   * @param {Partial<import('./shown.js').CircleShown>} patch
   * @param {boolean} [isStep] whether it is one to go back to
   */
  update(patch, isStep = false) {
    this.#state.update({ circle: { ...this.shown, ...patch } }, isStep);
  }

  /** Whether there is such a standard, with such a walker. @param {string} standard @param {string} profile */
  offers(standard, profile) {
    const walkers = this.standards.value?.find(({ id }) => id === standard)?.walkers ?? [];
    return walkers.some(({ id }) => id === profile);
  }

  /** Those chosen, or the usual ones where none is chosen that there is; null before they are known. */
  get choice() {
    const standards = this.standards.value;
    if (!standards) {
      return null;
    }
    const { shown } = this;
    const standard = named(standards, shown.standard);
    const walker = named(standard.walkers, shown.profile);
    const category = named(standard.categories, shown.category);
    const rule = shown.rule ?? standard.rule;
    const question = { standard: standard.id, profile: walker.id, rule: rule.toLowerCase() };
    const key = [...Object.values(question), this.#changes].join();
    return { standard, walker, category, rule, question, key };
  }

  /** The layer that is coloured. */
  get layer() {
    return CIRCLE_LAYERS.find((layer) => layer.of === this.shown.of);
  }

  /** @returns {{lon: number, lat: number}|null} the place asked about */
  get point() {
    return this.#inquiry.lookup?.point ?? null;
  }

  /** @returns {import('../card.js').LevelPlace[]} the groups around what is asked about, nearest first */
  get chain() {
    const { lookup, grid } = this.#inquiry;
    if (grid) {
      return [grid, ...grid.parents].filter(({ level }) => GROUPS.includes(level));
    }
    return GROUPS.map((level) => ({ level, ...lookup?.[level.toLowerCase()] })).filter(
      ({ code }) => code,
    );
  }

  /** @returns {import('../card.js').LevelPlace|null} the one of them whose table is shown */
  get group() {
    const { chain, shown } = this;
    const level = shown.group ?? this.#inquiry.grid?.level ?? shown.of;
    return chain.find((one) => one.level === level) ?? chain[0] ?? null;
  }
}

function named(list, id) {
  return list.find((one) => one.id === id) ?? list[0];
}
