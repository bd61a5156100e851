import { Problem } from './api.js';

/**
 * What the page needs of OAuth 2.0 and OpenID Connect: authorization code with PKCE (RFC 6749 and
 * 7636), the issuer named in its answer (RFC 9207), the nonce in its identity token, and taking a
 * token back (RFC 7009).
 */

const PATIENCE_MILLIS = 15_000;
const CLOCKS_DIFFER_SECONDS = 300;

/** What is in the way of signing in; problems.js has the words. */
export class SignInProblem extends Problem {
  /**
   * @param {string} reason
   * @param {string} [detail]
   * @param {number|null} [http] status of the issuer's answer
   */
  constructor(reason, detail, http = null) {
    super({ status: 0, type: 'urn:weiwang:problem:sign-in-' + reason, detail });
    /** Whether asking the same again would be of no use; 429 only asks for patience. */
    this.isRefusal = http >= 400 && http < 500 && http !== 429;
  }
}

/** 256 bits that nobody can guess, as text that may stand in an address. */
export function random() {
  return base64Url(crypto.getRandomValues(new Uint8Array(32)));
}

/** @param {string} verifier @returns {Promise<string>} what it is known by before it is shown */
export async function challenge(verifier) {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  return base64Url(new Uint8Array(digest));
}

function base64Url(bytes) {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/**
 * @param {string} issuer address
 * @returns {Promise<Object>} what the issuer says of itself; its endpoints are as safe as itself
 */
export async function discover(issuer) {
  const { ok, body } = await answer(issuer.replace(/\/$/, '') + '/.well-known/openid-configuration');
  if (!ok || body.issuer !== issuer) {
    throw new SignInProblem('invalid', `issuer ${body.issuer}`);
  }
  const safe = ['https:', new URL(issuer).protocol];
  const { authorization_endpoint, token_endpoint, end_session_endpoint, revocation_endpoint } = body;
  const needless = [end_session_endpoint, revocation_endpoint].filter(Boolean);
  for (const endpoint of [authorization_endpoint, token_endpoint, ...needless]) {
    if (!safe.some((protocol) => String(endpoint).startsWith(protocol + '//'))) {
      throw new SignInProblem('invalid', `endpoint ${endpoint}`);
    }
  }
  return body;
}

/**
 * @param {URLSearchParams} parameters that the issuer sent the browser back with
 * @param {string} state that it was sent
 * @param {Object} server as discovered
 * @returns {string} the code in it
 */
export function codeIn(parameters, state, server) {
  if (parameters.get('state') !== state) {
    throw new SignInProblem('state');
  }
  const issuer = parameters.get('iss');
  if (issuer === null ? server.authorization_response_iss_parameter_supported : issuer !== server.issuer) {
    throw new SignInProblem('invalid', `iss ${issuer}`);
  }
  if (parameters.has('error')) {
    throw refusal(parameters.get('error'), parameters.get('error_description'));
  }
  if (!parameters.get('code')) {
    throw new SignInProblem('invalid', 'code');
  }
  return parameters.get('code');
}

/**
 * @param {Object} server as discovered
 * @param {Object<string, string>} form what tokens are asked for with
 * @returns {Promise<Object>} the issuer's answer, with an `access_token` for the bearer
 */
export async function tokens(server, form) {
  const { ok, body, status } = await answer(server.token_endpoint, {
    method: 'POST',
    body: new URLSearchParams(form),
  });
  if (!ok) {
    throw refusal(body.error ?? `HTTP ${status}`, body.error_description, status);
  }
  if (!body.access_token || String(body.token_type).toLowerCase() !== 'bearer') {
    throw new SignInProblem('invalid', `token_type ${body.token_type}`);
  }
  return body;
}

/**
 * Asks that a refresh token be good no longer, and awaits no answer: without one it ends by itself,
 * and the page is about to be left.
 * @param {string} endpoint
 * @param {string} client
 * @param {string} token
 */
export function revoke(endpoint, client, token) {
  const form = { token, token_type_hint: 'refresh_token', client_id: client };
  const body = new URLSearchParams(form);
  fetch(endpoint, { method: 'POST', body, credentials: 'omit', keepalive: true }).catch(() => {});
}

/**
 * Checks that the tokens are an answer to what this tab asked, for this client and now. The
 * signature need not be looked at, since the token came from the issuer itself over TLS (OpenID
 * Connect Core 3.1.3.7), nor is anything else in it used: who someone is, the server says.
 * @param {string} token the identity token
 * @param {{issuer: string, client: string, nonce: string}} expected
 */
export function checkIdentity(token, { issuer, client, nonce }) {
  const claims = claimsOf(token);
  const audience = [claims.aud].flat();
  const wrong = [
    ['iss', claims.iss !== issuer],
    ['aud', !audience.includes(client)],
    ['azp', (claims.azp ?? client) !== client || (audience.length > 1 && !claims.azp)],
    ['nonce', claims.nonce !== nonce],
  ].find(([, isWrong]) => isWrong);
  if (wrong) {
    throw new SignInProblem('invalid', 'id_token, ' + wrong[0]);
  }
  if (!(claims.exp + CLOCKS_DIFFER_SECONDS > Date.now() / 1000)) {
    throw new SignInProblem('clock');
  }
}

function claimsOf(token) {
  try {
    const encoded = token.split('.')[1].replaceAll('-', '+').replaceAll('_', '/');
    const bytes = Uint8Array.from(atob(encoded), (char) => char.charCodeAt(0));
    return Object(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    throw new SignInProblem('invalid', 'id_token');
  }
}

function refusal(code, description, status) {
  const detail = [code, description].filter(Boolean).join(', ');
  return new SignInProblem(code === 'access_denied' ? 'denied' : 'refused', detail, status);
}

async function answer(address, options) {
  let response;
  let text;
  try {
    const signal = AbortSignal.timeout(PATIENCE_MILLIS);
    const safely = { credentials: 'omit', redirect: 'error', cache: 'no-store' };
    response = await fetch(address, { ...options, ...safely, signal });
    text = await response.text();
  } catch {
    // A browser does not tell a page why it had no answer.
    throw new SignInProblem('unreachable');
  }
  try {
    return { ok: response.ok, status: response.status, body: Object(JSON.parse(text)) };
  } catch {
    throw new SignInProblem('invalid', `HTTP ${response.status}`, response.status);
  }
}
