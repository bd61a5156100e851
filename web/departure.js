/**
 * Leaves the page for one of an identity provider, and comes back to it. What the tab must know
 * again then is kept in it; the address that one comes back by is nobody else's business.
 */

const KEY = 'weiwang.departure';

/** @typedef {{state: string, nonce: string, verifier: string}} Request what a right answer is known by */

/**
 * @typedef {Object} Arrival
 * @property {URLSearchParams} parameters the answer
 * @property {Request|null} request null when this tab asked for nothing
 */

/**
 * @param {URL} address
 * @param {Request|null} request null when no answer is wanted
 */
export function depart(address, request) {
  sessionStorage.setItem(KEY, JSON.stringify({ hash: location.hash, request }));
  location.assign(address);
}

/**
 * Takes an answer out of the page's address and puts back the hash that was left.
 * @returns {Arrival|null} null when there is no answer
 */
export function arrive() {
  const departure = JSON.parse(sessionStorage.getItem(KEY));
  const { pathname, searchParams, hash } = new URL(location.href);
  const answered = searchParams.has('state');
  if (!answered && departure?.request !== null) {
    return null;
  }
  sessionStorage.removeItem(KEY);
  history.replaceState(null, '', pathname + (departure?.hash || hash));
  return answered ? { parameters: searchParams, request: departure?.request ?? null } : null;
}
