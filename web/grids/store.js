import { item } from '../api.js';
import { WORLD, covers, meet } from '../geo.js';
import { layerOf, squareZoom } from '../levels.js';
import { patiently } from './patience.js';
import { shapeOf } from './shape.js';

/** @typedef {import('../geo.js').Shape} Shape */
/** @typedef {import('../geo.js').Box} Box */

/** How many vector tiles are kept; a view has about a hundred and twenty. */
const KEPT = 1000;
const WORKER = new URL('./worker.js', import.meta.url);

/**
 * What a square has of a level. Of a shape that crosses its edge the neighbour has a piece, too, or
 * where features are fetched whole the same.
 */
class DataTile {
  /** @type {Shape[]|null} */
  shapes = null;
  hasFailed = false;
  /** Whether there was any answer, even if only that it comes later. */
  isHeard = false;
  waiting = 0;

  constructor(id, key) {
    this.id = id;
    this.key = key;
    /** Settles when the shapes have come, or can't be had. */
    this.ready = new Promise((resolve, reject) => {
      this.resolve = resolve;
      this.reject = reject;
    });
    /** Resolves when there was any answer. */
    this.heard = new Promise((resolve) => (this.hear = resolve));
    // Whoever waits hears of a failure; a tile that nobody waits for any more may fail unheard.
    this.ready.catch(() => {});
  }
}

/**
 * The shapes of all levels, fetched in squares as the map needs them and kept for a while. Fires
 * `late` when it has changed whether `isLate`, and `answer` when a vector tile has come with the
 * `editions` that it is of.
 */
export class GridStore extends EventTarget {
  #worker = new Worker(WORKER, { type: 'module' });
  /** @type {Map<string, DataTile>} least recently used first */
  #tiles = new Map();
  /** @type {Map<number, DataTile>} */
  #asked = new Map();
  /** What the server has put off, by anything that tells it apart. */
  #putOff = new Set();
  #isLate = false;
  #lastId = 0;
  #kept;
  /** @type {Object<string, string>} */
  #query;
  /** @type {string[]} ids of those that the last vector tile was of */
  editions = [];

  /**
   * @param {Object<string, string>} query what the server is told beside level and place
   * @param {number} [kept] how many squares are kept, but for those that are waited for
   */
  constructor(query, kept = KEPT) {
    super();
    this.#query = query;
    this.#kept = kept;
    this.#worker.addEventListener('message', ({ data }) => this.#receive(data));
    this.#worker.addEventListener('error', ({ message }) => {
      for (const id of [...this.#asked.keys()]) {
        this.#receive({ id, failure: 'WorkerError', message });
      }
    });
  }

  /**
   * Fetches what is missing of a level within the box. Release what was acquired: a square that
   * nobody waits for is not fetched to its end.
   * @param {string} level @param {Box} box @param {number} zoom of the map
   * @returns {{parts: DataTile[], release: () => void}}
   */
  acquire(level, box, zoom) {
    const tiles = squaresIn(level, box, zoom).map((square) => this.#open(level, square));
    tiles.forEach((tile) => tile.waiting++);
    let held = true;
    const release = () => {
      if (held) {
        held = false;
        tiles.forEach((tile) => this.#leave(tile));
      }
    };
    return { parts: tiles, release };
  }

  /**
   * Shapes of a level that are loaded and meet the box: whole ones once, others in pieces.
   * @param {string} level @param {Box} box @param {number} zoom of the map
   * @returns {Shape[]}
   */
  loaded(level, box, zoom) {
    const found = new Map();
    for (const shape of this.#held(level, box, zoom)) {
      if (meet(shape.box, box)) {
        found.set(shape.tile ? shape : shape.id, shape);
      }
    }
    return [...found.values()];
  }

  /**
   * @param {string} level @param {number} x @param {number} y @param {number} zoom of the map
   * @returns {Shape|undefined} the shape there, or its piece
   */
  loadedAt(level, x, y, zoom) {
    const here = { west: x, east: x, north: y, south: y };
    return this.loaded(level, here, zoom).find((shape) => covers(shape, x, y));
  }

  /**
   * What is loaded of a shape: it, or its pieces.
   * @param {Shape} shape @param {Box} box @param {number} zoom of the map
   * @returns {Shape[]}
   */
  piecesOf({ level, id }, box, zoom) {
    return [...this.#held(level, box, zoom)].filter((shape) => shape.id === id);
  }

  /**
   * A grid, whole; what the server puts off comes late.
   * @param {string} level @param {string} code @param {AbortSignal} signal
   * @param {() => void} putOff called each time that the server puts it off
   * @returns {Promise<Shape>}
   */
  async find(level, code, signal, putOff) {
    const query = this.#query;
    const ask = () => item(layerOf(level).collection, code, query, signal);
    const note = (times) => {
      this.#note(ask, times);
      putOff();
    };
    try {
      return shapeOf(await patiently(ask, signal, note), level);
    } finally {
      this.#note(ask, 0);
    }
  }

  /**
   * Whether the server keeps something waiting that is still wanted: from the second time that it
   * puts anything off, until nothing is put off any more.
   */
  get isLate() {
    return this.#isLate;
  }

  /**
   * Forgets everything, also what is still on its way, as when another edition came into force.
   * @param {Object<string, string>} query what the server is told from now on
   */
  renew(query) {
    this.#query = query;
    this.#tiles.clear();
  }

  *#held(level, box, zoom) {
    for (const square of squaresIn(level, box, zoom)) {
      yield* this.#tiles.get(keyOf(level, square))?.shapes ?? [];
    }
  }

  #open(level, square) {
    const key = keyOf(level, square);
    const tile = this.#tiles.get(key) ?? this.#fetch(level, key, square);
    this.#tiles.delete(key);
    this.#tiles.set(key, tile);
    return tile;
  }

  #fetch(level, key, square) {
    const tile = new DataTile(++this.#lastId, key);
    this.#asked.set(tile.id, tile);
    this.#worker.postMessage({ id: tile.id, level, square, query: this.#query });
    return tile;
  }

  #leave(tile) {
    tile.waiting--;
    if (tile.waiting === 0 && !tile.shapes) {
      this.#drop(tile);
      this.#worker.postMessage({ id: tile.id });
    }
  }

  #receive({ id, shapes, editions, putOff = 0, failure, message }) {
    const tile = this.#asked.get(id);
    if (!tile) {
      // It was given up when the worker failed.
      return;
    }
    this.#note(id, putOff);
    tile.isHeard = true;
    tile.hear();
    if (putOff > 0) {
      return;
    }
    this.#asked.delete(id);
    if (failure) {
      this.#drop(tile);
      tile.hasFailed = true;
      tile.reject(Object.assign(new Error(message), { name: failure }));
      return;
    }
    tile.shapes = shapes;
    tile.resolve();
    this.#tell(tile, editions);
    this.#evict();
  }

  /** Of what was forgotten meanwhile nobody needs to know. */
  #tell(tile, editions) {
    if (editions.length > 0 && this.#tiles.get(tile.key) === tile) {
      this.editions = editions;
      this.dispatchEvent(new Event('answer'));
    }
  }

  #note(what, times) {
    if (times > 0) {
      this.#putOff.add(what);
    } else {
      this.#putOff.delete(what);
    }
    const isLate = this.#putOff.size > 0 && (this.#isLate || times > 1);
    if (isLate !== this.#isLate) {
      this.#isLate = isLate;
      this.dispatchEvent(new Event('late'));
    }
  }

  #drop(tile) {
    if (this.#tiles.get(tile.key) === tile) {
      this.#tiles.delete(tile.key);
    }
  }

  #evict() {
    for (const [key, tile] of this.#tiles) {
      if (this.#tiles.size <= this.#kept) {
        return;
      }
      if (tile.shapes && tile.waiting === 0) {
        this.#tiles.delete(key);
      }
    }
  }
}

function keyOf(level, { zoom, x, y }) {
  return `${level}/${zoom}/${x}/${y}`;
}

function squaresIn(level, box, mapZoom) {
  const zoom = squareZoom(level, mapZoom);
  const side = WORLD / 2 ** zoom;
  // The east and south edges belong to the next square, but for a box that is a point.
  const last = (from, to) => Math.max(Math.floor(from / side), Math.ceil(to / side) - 1);
  const squares = [];
  for (let x = Math.floor(box.west / side); x <= last(box.west, box.east); x++) {
    for (let y = Math.floor(box.north / side); y <= last(box.north, box.south); y++) {
      squares.push({ zoom, x, y });
    }
  }
  return squares;
}
