import { authorise, me } from './api.js';

const KEY = 'weiwang.token';

/** From the least to the most; each may do all that the ones before it may. */
const ROLES = ['VIEWER', 'DISPATCHER', 'PLANNER', 'PUBLISHER', 'ADMIN'];

/**
 * Who is at the page, by a token that is kept as long as the browser's tab and no longer. Fires
 * `change` when it is someone else.
 */
export class Session extends EventTarget {
  /** @type {string|null} null for anyone */
  name = null;
  role = 'VIEWER';

  /** Takes up the token that the tab still has; one that is no longer good is forgotten. */
  async resume() {
    const token = sessionStorage.getItem(KEY);
    if (token) {
      await this.signIn(token);
    }
  }

  /**
   * @param {string} token
   * @throws {import('./api.js').Problem} 401 when the token is wrong; nobody is signed in then
   */
  async signIn(token) {
    authorise(token, () => this.signOut());
    try {
      const { name, role } = await me();
      sessionStorage.setItem(KEY, token);
      this.#become(name, role);
    } catch (error) {
      authorise(null);
      throw error;
    }
  }

  signOut() {
    sessionStorage.removeItem(KEY);
    authorise(null);
    this.#become(null, 'VIEWER');
  }

  /** @param {string} role */
  may(role) {
    return ROLES.indexOf(this.role) >= ROLES.indexOf(role);
  }

  #become(name, role) {
    if (name !== this.name || role !== this.role) {
      Object.assign(this, { name, role });
      this.dispatchEvent(new Event('change'));
    }
  }
}
