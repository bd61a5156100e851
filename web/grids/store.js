import { item } from '../api.js';
import { WORLD, covers, meet } from '../geo.js';
import { layerOf, squareZoom } from '../levels.js';
import { shapeOf } from './shape.js';

/** @typedef {import('../geo.js').Shape} Shape */
/** @typedef {import('../geo.js').Box} Box */

/** A view has about a hundred and twenty. */
const KEPT = 1000;
const WORKER = new URL('./worker.js', import.meta.url);

/**
 * What a square has of a level. Of a shape that crosses its edge the neighbour has a piece, too, or
 * where features are fetched whole the same.
 */
class DataTile {
  /** @type {Shape[]|null} */
  shapes = null;
  waiting = 0;

  constructor(id, key) {
    this.id = id;
    this.key = key;
    this.ready = new Promise((resolve, reject) => {
      this.resolve = resolve;
      this.reject = reject;
    });
    // Whoever waits hears of a failure; a tile that nobody waits for any more may fail unheard.
    this.ready.catch(() => {});
  }
}

/**
 * The shapes of all levels, fetched in squares as the map needs them and kept for a while. Fires
 * `late` when it has changed whether `isLate`.
 */
export class GridStore extends EventTarget {
  #worker = new Worker(WORKER, { type: 'module' });
  /** @type {Map<string, DataTile>} least recently used first */
  #tiles = new Map();
  /** @type {Map<number, DataTile>} */
  #asked = new Map();
  /** @type {Set<number>} those of which the server has said more than once that it is busy */
  #late = new Set();
  #lastId = 0;
  /** @type {Object<string, string>} */
  #query;

  /** @param {Object<string, string>} query what the server is told beside level and place */
  constructor(query) {
    super();
    this.#query = query;
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
   * @returns {{ready: Promise<unknown>, release: () => void}}
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
    return { ready: Promise.all(tiles.map((tile) => tile.ready)), release };
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

  /** A grid, whole. @param {string} level @param {string} code @returns {Promise<Shape>} */
  async find(level, code) {
    return shapeOf(await item(layerOf(level).collection, code, this.#query), level);
  }

  /** Whether the server has kept something waiting that is still wanted. */
  get isLate() {
    return this.#late.size > 0;
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

  #receive({ id, shapes, late = false, failure, message }) {
    this.#note(id, late);
    if (late) {
      return;
    }
    const tile = this.#asked.get(id);
    this.#asked.delete(id);
    if (failure) {
      this.#drop(tile);
      tile.reject(Object.assign(new Error(message), { name: failure }));
      return;
    }
    tile.shapes = shapes;
    tile.resolve();
    this.#evict();
  }

  #note(id, late) {
    const was = this.isLate;
    if (late) {
      this.#late.add(id);
    } else {
      this.#late.delete(id);
    }
    if (this.isLate !== was) {
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
      if (this.#tiles.size <= KEPT) {
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
