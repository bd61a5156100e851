/** Text in and out; pure. */

/** @param {{lon: number, lat: number}} point @returns {string} to a tenth of a metre */
export function coordinates({ lon, lat }) {
  return `${lon.toFixed(6)}, ${lat.toFixed(6)}`;
}

/**
 * A card as plain text, a line for each fact.
 * @param {import('./card.js').Card} card
 * @param {(key: string, ...values: unknown[]) => string} t
 */
export function cardText(card, t) {
  const place = ({ level, name, code }) => `${t('level.' + level)}${t('colon')}${name} (${code})`;
  return [
    card.title ?? t(card.statement),
    card.title && card.statement ? t(card.statement) : null,
    ...(card.found ? foundLines(card.found, t) : []),
    ...card.chain.map(place),
    card.dedicated && place(card.dedicated),
    ...card.responders.map(({ role, scope, contact }) =>
      [role, scope, contact].filter(Boolean).join(t('colon')),
    ),
    ...card.nearby.map((grid) => `${place(grid)}${t('comma')}${t('nearby.metres', grid.metres)}`),
    ...card.facts.map(({ key, value }) => `${t(key)}${t('colon')}${value}`),
  ]
    .filter(Boolean)
    .join('\n');
}

function foundLines({ asked, match, percent, address, faults, candidates, statement }, t) {
  const fault = ({ code, kind, text, instead }) =>
    [text, t('element.' + kind), t('fault.' + code), instead && t('fault.instead', instead)]
      .filter(Boolean)
      .join(t('comma'));
  const candidate = ({ text, responsible }, index) =>
    `${index + 1}. ${text}${t('colon')}${responsible ? `${responsible.name} (${responsible.code})` : t('found.noGrid')}`;
  return [
    `${t('found.asked')}${t('colon')}${asked}`,
    `${t('matched.' + match)}${t('comma')}${t('found.score', percent)}`,
    address && `${t('found.stored')}${t('colon')}${address}`,
    ...faults.map(fault),
    statement && t(statement.key, statement.total),
    ...candidates.map(candidate),
  ];
}

const DATE_AND_TIME = { dateStyle: 'long', timeStyle: 'short' };

/**
 * A moment in the reader's own time zone.
 * @param {string} iso @param {string} tag of the language
 */
export function moment(iso, tag) {
  return new Intl.DateTimeFormat(tag, DATE_AND_TIME).format(new Date(iso));
}

/**
 * What a field for date and time says, as the server takes it.
 * @param {string} local such as 2026-12-01T00:00, in the reader's own time zone
 * @returns {string|null} ISO 8601, UTC; null for an empty field
 */
export function instant(local) {
  return local ? new Date(local).toISOString() : null;
}

/** The other way: what a field for date and time shows. @param {Date} date */
export function localTime(date) {
  const shifted = new Date(date.getTime() - date.getTimezoneOffset() * 60_000);
  return shifted.toISOString().slice(0, 19);
}
