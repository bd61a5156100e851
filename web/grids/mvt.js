/**
 * Reads Mapbox's vector tiles, version 2.1, as the server writes them: one layer, of polygons, of
 * whose properties the map needs the texts alone. The usual readers name each other as packages,
 * which a worker can't resolve.
 */

/** The numbers that the format gives to the parts of a tile. */
const TILE = { layer: 3 };
const LAYER = { feature: 2, key: 3, value: 4, extent: 5 };
const FEATURE = { tags: 2, geometry: 4 };
const VALUE = { text: 1 };

/** How many steps a tile is wide where it does not say. */
const EXTENT = 4096;

const COMMAND = { moveTo: 1, lineTo: 2, closePath: 7 };

const NOTHING = new Uint8Array(0);

/** How Protocol Buffers say how long a value is. */
const WIRE = { number: 0, eight: 1, bytes: 2, four: 5 };

/**
 * @typedef {Object} Piece
 * @property {Object<string, string>} properties
 * @property {number[]} xy x and y in turn, in steps of the tile, from its north-west corner
 * @property {number[]} ends for each ring the index in xy behind it
 */

/**
 * @param {Uint8Array} bytes of a tile
 * @returns {{extent: number, pieces: Piece[]}} extent: how many steps the tile is wide
 * @throws {RangeError} where the bytes are no such tile
 */
export function readTile(bytes) {
  const texts = new TextDecoder();
  const tile = { extent: EXTENT, pieces: [] };
  const keys = [];
  const values = [];
  const features = [];
  for (const [, layer] of fields(bytes).filter(([part]) => part === TILE.layer)) {
    for (const [part, value] of fields(layer)) {
      if (part === LAYER.feature) {
        features.push(value);
      } else if (part === LAYER.key) {
        keys.push(texts.decode(value));
      } else if (part === LAYER.value) {
        const text = new Map(fields(value)).get(VALUE.text);
        values.push(text ? texts.decode(text) : null);
      } else if (part === LAYER.extent) {
        tile.extent = value;
      }
    }
  }
  // Keys and values come behind the features that name them.
  tile.pieces = features.map((feature) => pieceOf(new Map(fields(feature)), keys, values));
  return tile;
}

function pieceOf(feature, keys, values) {
  const properties = {};
  for (const tags = new Numbers(feature.get(FEATURE.tags) ?? NOTHING); !tags.isAtEnd(); ) {
    const key = at(keys, tags.next());
    properties[key] = at(values, tags.next());
  }
  return { properties, ...outline(new Numbers(feature.get(FEATURE.geometry) ?? NOTHING)) };
}

function at(list, index) {
  if (index >= list.length) {
    throw new RangeError('The tile has no key or value ' + index);
  }
  return list[index];
}

/** Each position is told from the one before it, a ring's first from the last of the ring before. */
function outline(numbers) {
  const xy = [];
  const ends = [];
  let x = 0;
  let y = 0;
  while (!numbers.isAtEnd()) {
    const command = numbers.next();
    const kind = command & 7;
    if (kind === COMMAND.closePath) {
      ends.push(xy.length);
    } else if (kind !== COMMAND.moveTo && kind !== COMMAND.lineTo) {
      throw new RangeError('A command ' + kind);
    } else {
      for (let left = command >>> 3; left > 0; left--) {
        x += signed(numbers.next());
        y += signed(numbers.next());
        xy.push(x, y);
      }
    }
  }
  if (xy.length !== (ends.at(-1) ?? 0)) {
    throw new RangeError('A ring is not closed');
  }
  return { xy, ends };
}

function signed(number) {
  return number & 1 ? -(number + 1) / 2 : number / 2;
}

/** The fields of a message, each its number and its value: a number, or its bytes. */
function fields(bytes) {
  const numbers = new Numbers(bytes);
  const found = [];
  while (!numbers.isAtEnd()) {
    const tag = numbers.next();
    found.push([tag >>> 3, valueOf(tag & 7, numbers)]);
  }
  return found;
}

function valueOf(wire, numbers) {
  switch (wire) {
    case WIRE.number:
      return numbers.next();
    case WIRE.bytes:
      return numbers.bytes(numbers.next());
    case WIRE.eight:
      return numbers.bytes(8);
    case WIRE.four:
      return numbers.bytes(4);
    default:
      throw new RangeError('A field of type ' + wire);
  }
}

/** Numbers of seven bits to a byte, the lowest first. */
class Numbers {
  #bytes;
  #at = 0;

  constructor(bytes) {
    if (!(bytes instanceof Uint8Array)) {
      throw new RangeError('A number in place of bytes');
    }
    this.#bytes = bytes;
  }

  isAtEnd() {
    return this.#at >= this.#bytes.length;
  }

  next() {
    let number = 0;
    let worth = 1;
    let byte;
    do {
      if (this.isAtEnd()) {
        throw new RangeError('The tile breaks off');
      }
      byte = this.#bytes[this.#at++];
      number += (byte & 0x7f) * worth;
      worth *= 0x80;
    } while (byte & 0x80);
    return number;
  }

  bytes(length) {
    const start = this.#at;
    this.#at += length;
    if (this.#at > this.#bytes.length) {
      throw new RangeError('The tile breaks off');
    }
    return this.#bytes.subarray(start, this.#at);
  }
}
