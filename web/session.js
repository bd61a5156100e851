import { authorise, me } from './api.js';

const KEY = 'weiwang.session';

/** In which an issuer that gave no answer is not asked again. */
const REST_MILLIS = 10_000;

/** As far ahead as a timer can be set. */
const LONGEST_MILLIS = 2 ** 31 - 1;

/** From the least to the most; each may do all that the ones before it may. */
const ROLES = ['VIEWER', 'DISPATCHER', 'PLANNER', 'PUBLISHER', 'ADMIN'];

/**
 * Who is at the page, by a token of the server's own or of an issuer. It is kept in the browser's
 * tab, and so wherever that is restored or copied: a reload needs no other window or frame of the
 * issuer's, which browsers keep from knowing who is there. Fires `change` when it is someone else,
 * and `over` when a token is no longer good and there is no next one.
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
  #restsUntil = 0;
  #timer;

  /**
   * Signs in with what an issuer's answer is good for.
   * @param {import('./issuer.js').Issuer} issuer
   * @param {import('./departure.js').Arrival} arrival
   * @throws {Problem} 401 when the server does not take the issuer's token
   */
  async arrive(issuer, arrival) {
    this.#issuer = issuer;
    await this.#take(await issuer.redeem(arrival));
  }

  /**
   * Takes up the token that the tab still has, unless someone has just signed in.
   * @param {import('./issuer.js').Issuer|null} issuer null where users have none
   * @throws {Problem} when nobody can say whether it is good; it stays in the tab
   */
  async resume(issuer) {
    this.#issuer = issuer;
    const kept = sessionStorage.getItem(KEY);
    if (!kept || this.#grant) {
      return;
    }
    this.#hold(JSON.parse(kept));
    try {
      const { name, role } = await me();
      if (this.#grant) {
        this.#keep();
        this.#become(name, role);
      }
    } catch (error) {
      if (this.#grant) {
        this.#hold(null);
        throw error;
      }
    }
  }

  /**
   * @param {string} token
   * @throws {Problem} 401 when the token is wrong
   */
  async signIn(token) {
    await this.#take({ token });
  }

  /** Of the session; and at the issuer, for which the page is left. */
  async signOut() {
    const issuer = this.#itsIssuer();
    const refresh = this.#grant.refresh;
    this.#forget();
    await issuer?.leave(refresh);
  }

  /** @param {string} role */
  may(role) {
    return ROLES.indexOf(this.role) >= ROLES.indexOf(role);
  }

  /** Changes nothing unless the server knows the token. */
  async #take(grant) {
    const { name, role } = await me(grant.token);
    this.#hold(grant);
    this.#keep();
    this.#become(name, role);
  }

  #hold(grant) {
    this.#grant = grant;
    this.#restsUntil = 0;
    authorise(
      grant && {
        bearer: () => this.#bearer(),
        next: (refused) => this.#next(refused),
        over: () => this.#expire(),
      },
    );
  }

  /**
   * Renewed only when it is needed: the issuer's say on idle users holds. Until it has ended, no
   * request waits for the next.
   */
  async #bearer() {
    const grant = this.#grant;
    if (Date.now() >= endOf(grant)) {
      await this.#renewOrEnd(grant);
    } else if (grant.refresh && Date.now() >= grant.due) {
      this.#renewed();
    }
    return this.#grant?.token ?? null;
  }

  /** The one after a token that the server has refused. */
  async #next(refused) {
    const grant = this.#grant;
    if (grant?.token === refused) {
      await this.#renewOrEnd(grant);
    }
    return this.#grant?.token ?? null;
  }

  async #renewOrEnd(grant) {
    await this.#renewed();
    if (this.#grant === grant) {
      this.#expire();
    }
  }

  #renewed() {
    this.#renewal ??= this.#renew().finally(() => (this.#renewal = null));
    return this.#renewal;
  }

  /** Leaves the token as it is where the issuer can't be asked. */
  async #renew() {
    const before = this.#grant;
    if (Date.now() < this.#restsUntil) {
      return;
    }
    let next;
    try {
      next = before.refresh && (await this.#itsIssuer()?.renew(before.refresh));
    } catch (error) {
      if (error.name !== 'Problem') {
        throw error;
      }
      this.#restsUntil = Date.now() + REST_MILLIS;
      return;
    }
    if (this.#grant !== before) {
      return;
    }
    if (next) {
      this.#grant = next;
      this.#keep();
    } else {
      this.#expire();
    }
  }

  #keep() {
    sessionStorage.setItem(KEY, JSON.stringify(this.#grant));
    this.#watch();
  }

  /** A token that has no next one ends without being asked. */
  #watch() {
    clearTimeout(this.#timer);
    if (this.#grant.refresh) {
      return;
    }
    const left = endOf(this.#grant) - Date.now();
    if (left <= 0) {
      this.#expire();
    } else if (left < Infinity) {
      this.#timer = setTimeout(() => this.#watch(), Math.min(left, LONGEST_MILLIS));
    }
  }

  #expire() {
    this.#forget();
    this.dispatchEvent(new Event('over'));
  }

  #forget() {
    clearTimeout(this.#timer);
    sessionStorage.removeItem(KEY);
    this.#hold(null);
    this.#become(null, 'VIEWER');
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

/** Milliseconds since 1970; never where nobody has said when. */
function endOf({ expires }) {
  return expires ?? Infinity;
}
