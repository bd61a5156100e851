import { t } from './language.js';

/** Problems that have words of their own, whatever was asked for. */
const KINDS = [
  'conflict',
  'publish-refused',
  'import-refused',
  'revision-refused',
  'too-large',
  'no-room',
  'not-found',
  'off-network',
  'sign-in-insecure',
  'sign-in-unreachable',
  'sign-in-denied',
  'sign-in-refused',
  'sign-in-state',
  'sign-in-clock',
  'sign-in-invalid',
];
const STATUSES = [0, 401, 403];

/**
 * What went wrong, in words; the server's own words follow where they say more.
 * @param {import('./api.js').Problem} problem
 */
export function problemWords({ status, kind, message }) {
  if (KINDS.includes(kind)) {
    return t('problem.' + kind, message);
  }
  if (STATUSES.includes(status)) {
    return t('problem.' + status);
  }
  return status >= 500 ? t('problem.5', status) : t('problem.other', status, message);
}
