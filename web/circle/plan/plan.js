import { Answer } from '../../answer.js';
import { effectsOf, facilityOf } from './asking.js';
import { bodyOf } from './body.js';
import { fits, formatPlan } from './items.js';

/** @typedef {import('./items.js').Item} Item */
/** @typedef {import('./asking.js').Facility} Facility */

/**
 * What is planned, and what that changes for whom. Fires `change` whenever the items, or what is
 * known of the facilities that they name, may be others.
 */
export class Plan extends EventTarget {
  /**
   * @type {Answer<{effects: import('./asking.js').Effects, items: Item[], level: string}>} none
   *     while nothing is planned
   */
  effects = new Answer();
  #circle;
  /** @type {Map<string, Facility|null>} by id; null while it is asked about, and where it is gone */
  #facilities = new Map();

  /** @param {import('../circle.js').Circle} circle */
  constructor(circle) {
    super();
    this.#circle = circle;
    // Facilities may be elsewhere, or gone.
    circle.addEventListener('renew', () => this.#facilities.clear());
    circle.addEventListener('change', () => this.#follow());
    this.#follow();
  }

  /** @returns {Item[]} */
  get items() {
    return this.#circle.shown.plan;
  }

  /** Whether it can have the item too. @param {Item} item */
  takes(item) {
    return fits(this.items, item);
  }

  /** @param {Item} item one that it takes */
  add(item) {
    this.#edit([...this.items, item]);
  }

  /** @param {number} index @param {Item} item */
  replace(index, item) {
    this.#edit(this.items.with(index, item));
  }

  /** @param {number} index */
  remove(index) {
    this.#edit(this.items.toSpliced(index, 1));
  }

  /** Becomes another plan as a whole, which is a step to go back from. @param {Item[]} items */
  become(items) {
    this.#circle.update({ plan: items }, true);
  }

  /** @param {string} id @returns {Facility|null} null while it is not known, and where it is gone */
  facility(id) {
    return this.#facilities.get(id) ?? null;
  }

  /** Spares a question. @param {Facility} facility in force */
  learn(facility) {
    this.#facilities.set(facility.id, facility);
  }

  #edit(items) {
    this.#circle.update({ plan: items });
  }

  #follow() {
    const { open, choice, shown } = this.#circle;
    const { plan: items, of: level } = shown;
    const key = open && choice && items.length > 0 && [choice.key, level, ...formatPlan(items)].join();
    this.effects.want(key || null, async (signal) => ({
      effects: await effectsOf(bodyOf(items), choice.question, level, signal),
      items,
      level,
    }));
    if (open) {
      const unknown = items.filter(({ facility: id }) => id && !this.#facilities.has(id));
      unknown.forEach(({ facility }) => this.#find(facility));
    }
    this.dispatchEvent(new Event('change'));
  }

  async #find(id) {
    this.#facilities.set(id, null);
    try {
      this.learn(await facilityOf(id));
    } catch (error) {
      // That it is gone is said of the effects, which cannot be told then.
      if (error.name !== 'Problem') {
        throw error;
      }
      if (error.status !== 404) {
        this.#facilities.delete(id);
        return;
      }
    }
    this.dispatchEvent(new Event('change'));
  }
}
