/**
 * How a text was found to be an address; pure.
 * @typedef {Object} Found
 * @property {string} asked the text that was looked up
 * @property {string} match
 * @property {number} percent how far to trust it
 * @property {string|null} address the stored text
 * @property {{text: string, state: string|null}[]} pieces of the text asked, in order; the state of
 *     what belongs to no element is null
 * @property {{kind: string, text: string, value: string, state: string}[]} elements
 * @property {{code: string, kind: string, text: string, instead: string|null}[]} faults
 * @property {import('../api.js').Candidate[]} candidates to choose from; none where there is no choice
 * @property {{key: string, total: number}|null} statement of what is certain, of several
 * @property {boolean} isMeant whether the candidates may be meant, and are not only suggested
 * @property {number} total how many may be meant
 */

/** @param {string} asked @param {import('../api.js').Lookup} answer @returns {Found} */
export function foundOf(asked, answer) {
  const { match, score, address, elements, faults, total } = answer;
  return {
    asked,
    match,
    percent: Math.round(score * 100),
    address,
    pieces: piecesOf(asked, elements),
    elements,
    faults,
    candidates: choices(answer),
    statement: statementOf(answer),
    isMeant: total > 0,
    total,
  };
}

/** What there is to choose from. @param {import('../api.js').Lookup|null} answer */
export function choices(answer) {
  return answer?.candidates && answer.address === null ? answer.candidates : [];
}

/**
 * The question that a candidate is the answer to: its text, unless another has the same.
 * @param {import('../api.js').Candidate} candidate
 * @param {import('../api.js').Candidate[]} candidates
 * @returns {import('../inquiry.js').Question}
 */
export function questionOf({ text, point }, candidates) {
  const isAlone = candidates.filter((other) => other.text === text).length === 1;
  return isAlone || !point ? { address: text, datum: 'wgs84', follow: true } : { point, follow: true };
}

function piecesOf(text, elements) {
  const pieces = [];
  let end = 0;
  for (const { from, to, state } of [...elements].sort((a, b) => a.from - b.from)) {
    pieces.push({ text: text.slice(end, from), state: null }, { text: text.slice(from, to), state });
    end = to;
  }
  pieces.push({ text: text.slice(end), state: null });
  return pieces.filter((piece) => piece.text !== '');
}

function statementOf({ address, candidates, oneGrid, total }) {
  if (address !== null || candidates.length === 0) {
    return null;
  }
  if (total === 0) {
    return { key: 'found.noneMeant', total };
  }
  const certain = { true: 'found.oneGrid', false: 'found.severalGrids', null: 'found.tooMany' };
  return { key: certain[oneGrid], total };
}
