import { Problem, authorise, me } from './api.js';

const KEY = 'weiwang.session';

/** A token that ends so soon is not sent any more: it could end on its way. */
const MARGIN_MILLIS = 30_000;

/** As far ahead as a timer can be set. */
const LONGEST_MILLIS = 2 ** 31 - 1;

/** From the least to the most; each may do all that the ones before it may. */
const ROLES = ['VIEWER', 'DISPATCHER', 'PLANNER', 'PUBLISHER', 'ADMIN'];

/**
 * Who is at the page, by a token of the server's own or of an issuer. It is kept as long as the
 * browser's tab and no longer, so that a reload needs no other window or frame of the issuer's,
 * which browsers keep from knowing who is there. Fires `change` when it is someone else, and `over`
 * when a token has ended for which there is no next one.
 */
export class Session extends EventTarget {
  /** @type {string|null} null for anyone */
  name = null;
  role = 'VIEWER';
  /** @type {import('./issuer.js').Issuer|null} */
  #issuer = null;
  /** @type {import('./issuer.js').Grant|{token: string}|null} */
  #grant = null;
  #renewal = null;
  #timer;

  /**
   * Takes up the token that the tab still has, and the one that an issuer's answer is good for.
   * @param {import('./issuer.js').Issuer|null} issuer null where users have none
   * @param {import('./departure.js').Arrival|null} arrival
   * @throws {Problem} 401 when the token is no longer good, or not here; it is forgotten then
   */
  async resume(issuer, arrival) {
    this.#issuer = issuer;
    const kept = sessionStorage.getItem(KEY);
    if (kept) {
      await this.#take(JSON.parse(kept));
    }
    if (issuer && arrival) {
      await this.#take(await issuer.redeem(arrival));
    }
  }

  /**
   * @param {string} token
   * @throws {Problem} 401 when the token is wrong; nobody is signed in then
   */
  async signIn(token) {
    await this.#take({ token });
  }

  /** Of the session; and at the issuer, for which the page is left. */
  async signOut() {
    const issuer = this.#itsIssuer();
    this.#forget();
    await issuer?.leave();
  }

  /** @param {string} role */
  may(role) {
    return ROLES.indexOf(this.role) >= ROLES.indexOf(role);
  }

  async #take(grant) {
    this.#grant = grant;
    authorise({ bearer: () => this.#bearer(), refused: () => this.#forget() });
    try {
      const { name, role } = await me();
      this.#keep();
      this.#become(name, role);
    } catch (error) {
      authorise(null);
      throw error;
    }
  }

  /** Renewed only when it is needed: the issuer's say on idle users holds. */
  async #bearer() {
    if (this.#endsIn() < 0) {
      this.#renewal ??= this.#renew().finally(() => (this.#renewal = null));
      await this.#renewal;
    }
    return this.#grant.token;
  }

  async #renew() {
    const before = this.#grant;
    const next = before.refresh ? await this.#itsIssuer()?.renew(before.refresh) : null;
    if (this.#grant !== before) {
      throw new Problem({ status: 401 });
    }
    if (!next) {
      this.#expire();
      throw new Problem({ status: 401 });
    }
    this.#grant = next;
    this.#keep();
  }

  #keep() {
    sessionStorage.setItem(KEY, JSON.stringify(this.#grant));
    clearTimeout(this.#timer);
    if (this.#grant.expires && !this.#grant.refresh) {
      this.#timer = setTimeout(() => this.#expire(), Math.min(this.#endsIn(), LONGEST_MILLIS));
    }
  }

  #expire() {
    this.#forget();
    this.dispatchEvent(new Event('over'));
  }

  #forget() {
    clearTimeout(this.#timer);
    sessionStorage.removeItem(KEY);
    authorise(null);
    this.#grant = null;
    this.#become(null, 'VIEWER');
  }

  #endsIn() {
    const { expires } = this.#grant;
    return expires ? expires - MARGIN_MILLIS - Date.now() : Infinity;
  }

  /** Null for a token of the server's own, and for one of an issuer that is set no longer. */
  #itsIssuer() {
    return this.#issuer && this.#grant.issuer === this.#issuer.address ? this.#issuer : null;
  }

  #become(name, role) {
    if (name !== this.name || role !== this.role) {
      Object.assign(this, { name, role });
      this.dispatchEvent(new Event('change'));
    }
  }
}
