/** Rows of CSV as bytes and as cells; pure. */

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const QUOTE = 34;
const MARK = [0xef, 0xbb, 0xbf];
const DELIMITERS = [',', '\t', ';', '|'];

/** The one that is most frequent in the first row, outside of quotes. @param {string} text */
export function delimiterOf(text) {
  const counts = DELIMITERS.map(() => 0);
  let quoted = false;
  for (const character of text.replace(/^[\r\n]+/, '')) {
    quoted = (character === '"') !== quoted;
    if (character === '\n' && !quoted) {
      break;
    }
    const found = DELIMITERS.indexOf(character);
    if (found >= 0 && !quoted) {
      counts[found]++;
    }
  }
  return DELIMITERS[counts.indexOf(Math.max(...counts))];
}

/** Behind the mark of UTF-8 and blank lines. */
function startOf(bytes) {
  let first = MARK.every((byte, i) => bytes[i] === byte) ? MARK.length : 0;
  while (bytes[first] === LINE_FEED || bytes[first] === CARRIAGE_RETURN) {
    first++;
  }
  return first;
}

/**
 * Where each row begins and ends, with its line's end; blank lines are none. As for the server, a
 * quote opens a cell at its beginning only. In UTF-8 and GB18030 no byte of a longer character is a
 * line feed or a quote.
 * @param {Uint8Array} bytes
 * @param {string} delimiter
 * @returns {Generator<[number, number]>}
 */
export function* rowsIn(bytes, delimiter) {
  const delimiting = delimiter.charCodeAt(0);
  let begin = startOf(bytes);
  let quoted = false;
  let closed = -1;
  for (let i = begin; i < bytes.length; i++) {
    if (bytes[i] === QUOTE && quoted) {
      quoted = false;
      closed = i;
    } else if (bytes[i] === QUOTE) {
      // The second of two within a cell is one that was written twice.
      quoted = i === begin || closed === i - 1 || bytes[i - 1] === delimiting;
    } else if (bytes[i] === LINE_FEED && !quoted) {
      if (!isBlank(bytes, begin, i)) {
        yield [begin, i + 1];
      }
      begin = i + 1;
    }
  }
  if (!isBlank(bytes, begin, bytes.length)) {
    yield [begin, bytes.length];
  }
}

function isBlank(bytes, begin, end) {
  return end === begin || (end === begin + 1 && bytes[begin] === CARRIAGE_RETURN);
}

/** @param {string} row without or with its line's end @param {string} delimiter @returns {string[]} */
export function cellsOf(row, delimiter) {
  const cells = [];
  let cell = '';
  let quoted = false;
  for (const piece of row.replace(/\r?\n$/, '').split(delimiter)) {
    cell = quoted ? cell + delimiter + piece : piece;
    quoted = cell.startsWith('"') && cell.split('"').length % 2 === 0;
    if (!quoted) {
      cells.push(unquoted(cell));
    }
  }
  return quoted ? [...cells, cell] : cells;
}

function unquoted(cell) {
  const text = cell.trim();
  return /^".*"$/s.test(text) ? text.slice(1, -1).replaceAll('""', '"') : text;
}
