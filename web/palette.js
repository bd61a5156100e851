/**
 * The map's colours. Levels differ by weight and darkness, kinds by tints that also differ in
 * lightness, dedicated grids by hatching: no meaning rests on hue alone.
 */

export const INK = '#1c2b39';
export const HALO = 'rgba(255, 255, 255, 0.92)';
export const PICKED = '#c2410c';

/** Communities of one town share a tint. */
export const TOWN_TINTS = ['#dfe8ef', '#f1ead6', '#dfeadd', '#efe0e4', '#e4e0ef', '#eceee6', '#d8e9e8'];

/** What a micro grid is made of, as the data says it. */
export const KIND_TINTS = {
  小区: '#cbdff2',
  院落: '#f5dfbd',
  林盘: '#d6e8cd',
  村组: '#f4f2e4',
  商业: '#ecc8d4',
  单位: '#d3d5e0',
};

/** A facility's mark is the first character of its category, but where two would share it. */
export const MARKS = { 公园: '园', 公交站: '交' };

export const OTHER_TINT = '#eceff1';

export const DEDICATED = '#6b2f84';
export const DEDICATED_TINT = 'rgba(246, 240, 249, 0.85)';

/** An address outside the grids. */
export const OUTSIDE = '#a02c12';

/** What became of a grid from one edition to another; those without a colour have no place. */
export const CHANGES = {
  ADDED: '#1b7a3d',
  REMOVED: '#b3261e',
  RESHAPED: '#b45f06',
  RENAMED: null,
  REPARENTED: null,
  KIND_CHANGED: null,
  HOUSEHOLDS_CHANGED: null,
};

/** Line by level: colour and width in pixels, the latter by zoom. */
export const LINES = {
  COMMUNITY: { colour: '#33475b', width: (zoom) => (zoom < 11 ? 0.8 : zoom < 13 ? 1.2 : 2.2) },
  GENERAL: { colour: '#5d7891', width: (zoom) => (zoom < 13 ? 0.7 : 1.4) },
  MICRO: { colour: '#8fa3b3', width: (zoom) => (zoom < 15 ? 0.6 : 0.9) },
  DEDICATED: { colour: DEDICATED, width: (zoom) => (zoom < 15 ? 1 : 1.5) },
};

/**
 * Neighbouring codes get different tints; the code's digits mean nothing else here.
 * @param {string|null} code
 */
export function townTint(code) {
  let sum = 0;
  for (const character of code ?? '') {
    sum = (sum * 31 + character.charCodeAt(0)) % 1009;
  }
  return TOWN_TINTS[sum % TOWN_TINTS.length];
}

/** How well grids are served, from worst to best: ever darker, also without colour. */
export const SERVED = ['#fbf1b7', '#cde3a0', '#8dcaa0', '#48a4a4', '#2a739a', '#223a75'];

/** Where nothing is reached. */
export const UNREACHED = '#a33b12';

/** Walks from a place, shades of one hue by their minutes. */
export const WALKS = { 5: '#5e0640', 10: '#a3216f', 15: '#cf5a9e' };

/** A home that is not served. */
export const UNSERVED = '#c2290a';

/** Where a plan lets more homes be served, and where fewer. */
export const GAINED = '#00612e';
export const LOST = '#a8071a';

/** What is wrong with grids, and what may be. */
export const ERROR = '#b3261e';
export const WARNING = '#8a5a00';

/** Grids before and after a repair. */
export const BEFORE = '#5b3a1a';
export const AFTER = '#00612e';

/** A road that is planned, and where a facility moves from. */
export const PLANNED = '#5b21b6';
