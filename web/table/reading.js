import { cellsOf, delimiterOf, rowsIn } from './csv.js';

const HEAD = 1 << 18;
const SHOWN = 6;
/** As the server knows columns by name. */
const NAMES = {
  address: ['address', 'addr', 'dz', 'text', '地址', '详细地址', '文本'],
  lon: ['lon', 'lng', 'long', 'longitude', 'x', '经度', '东经'],
  lat: ['lat', 'latitude', 'y', '纬度', '北纬'],
};

/**
 * What the head of a file tells of it.
 * @typedef {Object} Table
 * @property {File} file
 * @property {'utf-8'|'gb18030'} encoding
 * @property {string} delimiter
 * @property {string[][]} rows the first ones
 * @property {{address: number, lon: number, lat: number}} columns by the names in the first row; -1
 *     where none has one
 */

/** @param {File} file @returns {Promise<Table|null>} null where it is no text, or has no row */
export async function readTable(file) {
  const bytes = new Uint8Array(await file.slice(0, HEAD).arrayBuffer());
  const encoding = ['utf-8', 'gb18030'].find((each) => isText(bytes, each, file.size <= HEAD));
  if (!encoding || bytes.includes(0)) {
    return null;
  }
  const decoder = new TextDecoder(encoding);
  const delimiter = delimiterOf(decoder.decode(bytes));
  const first = [...firstOf(rowsIn(bytes, delimiter), SHOWN)];
  if (first.length === 0) {
    return null;
  }
  const texts = first.map(([from, to]) => decoder.decode(bytes.subarray(from, to)));
  const rows = texts.map((text) => cellsOf(text, delimiter));
  return { file, encoding, delimiter, rows, columns: columnsOf(rows[0]) };
}

function columnsOf(names) {
  const at = (known) => names.findIndex((name) => known.includes(name.toLowerCase()));
  return { address: at(NAMES.address), lon: at(NAMES.lon), lat: at(NAMES.lat) };
}

function isText(bytes, encoding, isWhole) {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: !isWhole });
    return true;
  } catch (error) {
    if (error instanceof TypeError) {
      return false;
    }
    throw error;
  }
}

function* firstOf(all, count) {
  for (let left = count; left > 0; left--) {
    const { value, done } = all.next();
    if (done) {
      return;
    }
    yield value;
  }
}
