import { depart } from './departure.js';
import { tag } from './language.js';
import {
  SignInProblem,
  challenge,
  checkIdentity,
  codeIn,
  discover,
  random,
  revoke,
  tokens,
} from './oauth.js';

/** Where the issuer sends the browser back to. */
const PAGE = new URL('.', import.meta.url).href;

/** How long before its end a token is renewed; half of its life, where that is less. */
const AHEAD_MILLIS = 30_000;

/**
 * @typedef {Object} Grant
 * @property {string} token for the server
 * @property {number|null} expires milliseconds since 1970 by this computer's clock; null if unsaid
 * @property {number|null} due when it is to be renewed, likewise
 * @property {string|null} refresh for a next one; null where the issuer gives none
 * @property {string} issuer address
 */

/**
 * An OpenID provider, at which users sign in: authorization code with PKCE, state and nonce, as a
 * client without a secret. Whatever is in the way is thrown as a Problem.
 */
export class Issuer {
  #client;
  #scope;
  #server = null;

  /** @param {import('./api.js').SignIn} settings */
  constructor({ issuer, client, scope, roleClaim }) {
    this.address = issuer;
    this.host = new URL(issuer).host;
    this.roleClaim = roleClaim;
    this.#client = client;
    this.#scope = scope;
  }

  /** Leaves the page to sign in. */
  async depart() {
    if (!isSecureContext) {
      throw new SignInProblem('insecure');
    }
    const { authorization_endpoint: endpoint } = await this.#discovered();
    const request = { state: random(), nonce: random(), verifier: random() };
    const address = this.#addressOf(endpoint, {
      response_type: 'code',
      redirect_uri: PAGE,
      scope: this.#scope,
      state: request.state,
      nonce: request.nonce,
      code_challenge: await challenge(request.verifier),
      code_challenge_method: 'S256',
    });
    depart(address, request);
  }

  /**
   * @param {import('./departure.js').Arrival} arrival
   * @returns {Promise<Grant>}
   */
  async redeem({ parameters, request }) {
    if (request === null) {
      throw new SignInProblem('state');
    }
    const server = await this.#discovered();
    const given = await tokens(server, {
      grant_type: 'authorization_code',
      client_id: this.#client,
      code: codeIn(parameters, request.state, server),
      redirect_uri: PAGE,
      code_verifier: request.verifier,
    });
    const expected = { issuer: this.address, client: this.#client, nonce: request.nonce };
    checkIdentity(given.id_token, expected);
    return this.#grant(given, null);
  }

  /**
   * @param {string} refresh
   * @returns {Promise<Grant|null>} null when the issuer gives no more
   * @throws {SignInProblem} when it can't be asked
   */
  async renew(refresh) {
    const server = await this.#discovered();
    const form = { grant_type: 'refresh_token', client_id: this.#client, refresh_token: refresh };
    try {
      return this.#grant(await tokens(server, form), refresh);
    } catch (error) {
      if (error.isRefusal) {
        return null;
      }
      throw error;
    }
  }

  /**
   * Leaves the page to sign out at the issuer too, where that is possible. No token goes with it,
   * which would stand in an address; the issuer asks the user instead.
   * @param {string|null} refresh what shall be good no longer
   * @throws {SignInProblem} when it can't be reached; the page stays then
   */
  async leave(refresh) {
    this.#server = null;
    const { end_session_endpoint: endpoint, revocation_endpoint } = await this.#discovered();
    if (refresh && revocation_endpoint) {
      revoke(revocation_endpoint, this.#client, refresh);
    }
    if (endpoint) {
      depart(this.#addressOf(endpoint, { post_logout_redirect_uri: PAGE }), null);
    }
  }

  #addressOf(endpoint, query) {
    const address = new URL(endpoint);
    for (const [name, value] of Object.entries(query)) {
      address.searchParams.set(name, value);
    }
    address.searchParams.set('client_id', this.#client);
    address.searchParams.set('ui_locales', tag());
    return address;
  }

  /** Where the issuer gives no new refresh token, the one before stays good. */
  #grant({ access_token: token, expires_in: seconds, refresh_token: next }, refresh) {
    const life = seconds * 1000;
    const expires = life ? Date.now() + life : null;
    return {
      token,
      expires,
      due: expires && expires - Math.min(AHEAD_MILLIS, life / 2),
      refresh: next ?? refresh,
      issuer: this.address,
    };
  }

  async #discovered() {
    this.#server ??= await discover(this.address);
    return this.#server;
  }
}
