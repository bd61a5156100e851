import { cellsOf, rowsIn } from './csv.js';

/** Columns that stand between the file's own and the outcome: the codes of the grids. */
const CODES = 5;
const GOOD = ['INSIDE', 'ON_BOUNDARY'];
const LISTED = 200;
/** After so many rows others may do something. */
const SLICE = 5_000;

/**
 * What came of a file's rows.
 * @typedef {Object} Answers
 * @property {Map<string, number>} counts by outcome
 * @property {{line: number, outcome: string, reason: string, cells: string[]}[]} problems the first
 *     ones; the line is the row's number in the file, from 1
 * @property {number} problemCount
 * @property {Blob} problemRows the first row and all that are problems, as they were answered
 */

/**
 * @param {Blob} answer the server's
 * @param {import('./reading.js').Table} table that was sent
 * @returns {Promise<Answers>}
 */
export async function readAnswers(answer, { encoding, delimiter, rows }) {
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const decoder = new TextDecoder(encoding);
  const at = rows[0].length + CODES;
  const counts = new Map();
  const problems = [];
  const parts = [];
  let line = 0;
  for (const [from, to] of rowsIn(bytes, delimiter)) {
    line++;
    if (line === 1) {
      // What stands before it, such as the mark of UTF-8.
      parts.push(bytes.subarray(0, from));
    }
    const cells = cellsOf(decoder.decode(bytes.subarray(from, to)), delimiter);
    const outcome = cells[at];
    if (line === 1 && outcome === 'outcome') {
      parts.push(bytes.subarray(from, to));
      continue;
    }
    counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
    if (!GOOD.includes(outcome)) {
      parts.push(bytes.subarray(from, to));
      if (problems.length < LISTED) {
        const reason = outcome === 'REJECTED' ? cells.at(-1) : '';
        problems.push({ line, outcome, reason, cells: cells.slice(0, rows[0].length) });
      }
    }
    if (line % SLICE === 0) {
      await new Promise((go) => setTimeout(go));
    }
  }
  const problemCount = [...counts].reduce((sum, [key, n]) => sum + (GOOD.includes(key) ? 0 : n), 0);
  return { counts, problems, problemCount, problemRows: new Blob(parts, { type: 'text/csv' }) };
}
