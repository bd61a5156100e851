/** @typedef {import('./items.js').LonLat} LonLat */
/** @typedef {'place'|'close'|'move'|'road'} Mode */

/** How near two places are one, in pixels. */
const NEAR = 6;

/**
 * What pointing at the map does to the plan: nothing, or what a mode says. Fires `change` whenever
 * any of its fields changed.
 */
export class Hand extends EventTarget {
  /** @type {Mode|null} */
  mode = null;
  /** @type {string|null} kind of the facilities it deals with */
  kind = null;
  /** of the roads it draws */
  level = 0;
  /** @type {import('./asking.js').Facility|null} taken up, to be put elsewhere */
  taken = null;
  /** @type {LonLat[]} of the road that is begun */
  points = [];
  /** @type {'full'|'nothing'|'twice'|null} why the last place was no good */
  fault = null;
  #map;
  #plan;
  #aim;
  #nearest;

  /**
   * @param {import('../../leaflet.js').Map} map
   * @param {import('./plan.js').Plan} plan
   * @param {import('../../tools/pick.js').Aim} aim
   * @param {(place: LonLat, kind: string, slack: number) => import('./asking.js').Facility|null} nearest
   *     the facility in force whose mark the place is on, or not farther from than the slack
   */
  constructor(map, plan, aim, nearest) {
    super();
    this.#map = map;
    this.#plan = plan;
    this.#aim = aim;
    this.#nearest = nearest;
  }

  /** @param {Mode|null} mode */
  become(mode) {
    this.#aim.lend(mode && ((place, slack) => this.#point(mode, place, slack)));
    this.#set({ mode, taken: null, points: [], fault: null });
  }

  /** @param {string} kind */
  deal(kind) {
    this.#set({ kind, taken: null, fault: null });
  }

  /** @param {number} level */
  rise(level) {
    this.#set({ level });
  }

  /** Ends the road that is begun, where there is enough of it. */
  finish() {
    const { points, level } = this;
    if (points.length >= 2) {
      this.#set({ points: [] });
      this.#add({ what: 'road', level, points });
    }
  }

  #point(mode, place, slack) {
    this.#set({ fault: null });
    switch (mode) {
      case 'place':
        return this.#add({ what: 'added', kind: this.kind, ...place });
      case 'close':
        return this.#close(place, slack);
      case 'move':
        return this.#move(place, slack);
      default:
        return this.#draw(place);
    }
  }

  #close(place, slack) {
    const facility = this.#take(place, slack);
    if (facility) {
      this.#add({ what: 'closed', facility: facility.id });
    }
  }

  #move(place, slack) {
    if (!this.taken) {
      this.#set({ taken: this.#take(place, slack) });
      return;
    }
    const { id } = this.taken;
    this.#set({ taken: null });
    this.#add({ what: 'moved', facility: id, ...place });
  }

  #draw(place) {
    const last = this.points[this.points.length - 1];
    if (last && this.#isNear(last, place)) {
      this.finish();
      return;
    }
    const points = [...this.points, place];
    const fits = this.#plan.takes({ what: 'road', level: this.level, points });
    this.#set(fits ? { points } : { fault: 'full' });
  }

  #take(place, slack) {
    const facility = this.#nearest(place, this.kind, slack);
    const twice = this.#plan.items.some((item) => facility && item.facility === facility.id);
    if (!facility || twice) {
      this.#set({ fault: twice ? 'twice' : 'nothing' });
      return null;
    }
    this.#plan.learn(facility);
    return facility;
  }

  #add(item) {
    if (this.#plan.takes(item)) {
      this.#plan.add(item);
    } else {
      this.#set({ fault: 'full' });
    }
  }

  #isNear(a, b) {
    const [one, other] = [a, b].map(({ lon, lat }) => this.#map.latLngToContainerPoint([lat, lon]));
    return one.distanceTo(other) <= NEAR;
  }

  #set(fields) {
    Object.assign(this, fields);
    this.dispatchEvent(new Event('change'));
  }
}
