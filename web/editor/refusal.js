/**
 * Why a step is not taken; nothing is another then.
 * @typedef {'crossing'|'small'|'junction'|'ends'|'outside'|'apart'|'parents'|'levels'|'code'|'taken'|'community'} Reason
 */
export class Refusal extends Error {
  /** @param {Reason} reason @param {string|null} [grid] code of the grid that is in the way */
  constructor(reason, grid = null) {
    super(reason);
    this.name = 'Refusal';
    this.reason = reason;
    this.grid = grid;
  }
}
