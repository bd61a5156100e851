/**
 * Which columns say where a row is, by number from 0; -1 where there is none.
 * @typedef {{address: number, lon: number, lat: number, datum: string, isNamed: boolean}} Columns
 *     isNamed: whether the first row names the columns
 */

/**
 * What to ask of a table: a column by its name where the first row has names, which tells the server
 * so, else by its number.
 * @param {import('./reading.js').Table} table @param {Columns} columns
 * @returns {Object<string, string>}
 */
export function queryOf({ rows: [first] }, columns) {
  const query = { datum: columns.datum };
  for (const which of ['address', 'lon', 'lat']) {
    const at = columns[which];
    if (at >= 0) {
      const isOne = first[at] !== '' && first.indexOf(first[at]) === first.lastIndexOf(first[at]);
      query[which] = columns.isNamed && isOne ? first[at] : String(at + 1);
    }
  }
  return query;
}

/**
 * What to ask of a single row, as the server took it: by its position where it has one.
 * @param {string[]} cells @param {Columns} columns
 * @returns {import('../inquiry.js').Question|null}
 */
export function questionOfRow(cells, { address, lon, lat, datum }) {
  if (cells[lon] && cells[lat]) {
    return { point: { lon: Number(cells[lon]), lat: Number(cells[lat]), datum }, follow: true };
  }
  return cells[address] ? { address: cells[address], datum, follow: true } : null;
}
