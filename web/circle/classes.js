/**
 * In which class a figure falls. Classes are numbered from the worst served, 0, to the best, 5.
 * Shares are of 1, scores of 100; a share or score on a break belongs to the better class, and so
 * do minutes.
 */

const BREAKS = {
  score: [20, 40, 60, 80, 90],
  share: [0.2, 0.4, 0.6, 0.8, 1],
  minutes: [5, 10, 15, 20, 30],
};

/** Without a figure: nobody lives there, nothing is reached in an hour, or nothing is known. */
export const WITHOUT = { HOMELESS: 'homeless', UNREACHED: 'unreached', UNKNOWN: 'unknown' };

/**
 * @param {'score'|'share'|'minutes'} by
 * @param {Object} figures of a grid, as a circle's layer has them
 * @param {string} category id
 * @returns {number|string} 0 to 5, or one of WITHOUT
 */
export function classOf(by, figures, category) {
  const value = valueOf(by, figures, category);
  if (value !== null) {
    return by === 'minutes'
      ? BREAKS.minutes.filter((end) => value <= end).length
      : BREAKS[by].filter((start) => value >= start).length;
  }
  if (figures.addresses === undefined) {
    return WITHOUT.UNKNOWN;
  }
  if (figures.addresses === 0) {
    return WITHOUT.HOMELESS;
  }
  return by === 'minutes' ? WITHOUT.UNREACHED : WITHOUT.UNKNOWN;
}

function valueOf(by, figures, category) {
  if (by === 'score') {
    return figures.score ?? null;
  }
  if (by === 'minutes') {
    return figures[category + '_minutes'] ?? null;
  }
  return figures[category + '_shareHouseholds'] ?? figures[category + '_shareAddresses'] ?? null;
}

/**
 * What a class stretches over, for people to read; shares as percentages.
 * @param {'score'|'share'|'minutes'} by @param {number} index 0 to 5
 */
export function rangeOf(by, index) {
  if (by === 'minutes') {
    const ends = [...BREAKS.minutes].reverse();
    if (index === 0) {
      return `> ${ends[0]}`;
    }
    return index === 5 ? `≤ ${ends[4]}` : `${ends[index]}–${ends[index - 1]}`;
  }
  const scale = by === 'share' ? 100 : 1;
  const starts = BREAKS[by].map((start) => start * scale);
  if (index === 0) {
    return `< ${starts[0]}`;
  }
  if (index === 5) {
    return by === 'share' ? `${starts[4]}` : `${starts[4]}–100`;
  }
  return by === 'share' && index === 4
    ? `${starts[3]}–<100`
    : `${starts[index - 1]}–${starts[index]}`;
}
