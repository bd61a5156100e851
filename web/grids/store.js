import { WORLD, covers, latOf, lonOf, meet } from '../geo.js';
import { layerOf } from '../levels.js';

/** @typedef {import('../geo.js').Shape} Shape */
/** @typedef {import('../geo.js').Box} Box */

const KEPT = 600;
const WORKER = new URL('./worker.js', import.meta.url);

/** A square of one level's data; a shape that crosses its edge is in the neighbour's too. */
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

/** The shapes of all levels, fetched in squares as the map needs them and kept for a while. */
export class GridStore {
  #worker = new Worker(WORKER, { type: 'module' });
  /** @type {Map<string, DataTile>} least recently used first */
  #tiles = new Map();
  /** @type {Map<number, DataTile>} */
  #asked = new Map();
  #lastId = 0;
  /** @type {Object<string, string>} */
  #query;

  /** @param {Object<string, string>} query what the server is told beside level and place */
  constructor(query) {
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
   * @param {string} level @param {Box} box
   * @returns {{ready: Promise<unknown>, release: () => void}}
   */
  acquire(level, box) {
    const tiles = [...keysIn(level, box)].map(([key, x, y]) => this.#open(level, key, x, y));
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
   * Shapes of a level that are loaded and meet the box, each once.
   * @param {string} level @param {Box} box
   * @returns {Shape[]}
   */
  loaded(level, box) {
    const found = new Map();
    for (const [key] of keysIn(level, box)) {
      for (const shape of this.#tiles.get(key)?.shapes ?? []) {
        if (meet(shape.box, box)) {
          found.set(shape.id, shape);
        }
      }
    }
    return [...found.values()];
  }

  /** @param {string} level @param {number} x @param {number} y @returns {Shape|undefined} */
  loadedAt(level, x, y) {
    const here = { west: x, east: x, north: y, south: y };
    return this.loaded(level, here).find((shape) => covers(shape, x, y));
  }

  /**
   * @param {string} level @param {string} code @param {Box} box where the shape is, in part
   * @returns {Promise<Shape|undefined>}
   */
  async find(level, code, box) {
    const { ready, release } = this.acquire(level, box);
    try {
      await ready;
      return this.loaded(level, box).find((shape) => shape.code === code);
    } finally {
      release();
    }
  }

  /**
   * Forgets everything, also what is still on its way, as when another edition came into force.
   * @param {Object<string, string>} query what the server is told from now on
   */
  renew(query) {
    this.#query = query;
    this.#tiles.clear();
  }

  #open(level, key, x, y) {
    const known = this.#tiles.get(key);
    this.#tiles.delete(key);
    const tile = known ?? this.#fetch(level, key, x, y);
    this.#tiles.set(key, tile);
    return tile;
  }

  #fetch(level, key, x, y) {
    const tile = new DataTile(++this.#lastId, key);
    const { collection, dataZoom } = layerOf(level);
    const side = WORLD / 2 ** dataZoom;
    // A little more than the square, so that lines at its edge are drawn in full.
    const pad = side / 64;
    const west = lonOf(x * side - pad);
    const east = lonOf((x + 1) * side + pad);
    const north = latOf(y * side - pad);
    const south = latOf((y + 1) * side + pad);
    const bbox = [west, south, east, north].map((degrees) => +degrees.toFixed(6));
    this.#asked.set(tile.id, tile);
    this.#worker.postMessage({ id: tile.id, level, collection, bbox, query: this.#query });
    return tile;
  }

  #leave(tile) {
    tile.waiting--;
    if (tile.waiting === 0 && !tile.shapes) {
      this.#drop(tile);
      this.#worker.postMessage({ id: tile.id });
    }
  }

  #receive({ id, shapes, failure, message }) {
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

function* keysIn(level, box) {
  const side = WORLD / 2 ** layerOf(level).dataZoom;
  // The east and south edges belong to the next square, but for a box that is a point.
  const last = (from, to) => Math.max(Math.floor(from / side), Math.ceil(to / side) - 1);
  for (let x = Math.floor(box.west / side); x <= last(box.west, box.east); x++) {
    for (let y = Math.floor(box.north / side); y <= last(box.north, box.south); y++) {
      yield [`${level}/${x}/${y}`, x, y];
    }
  }
}
