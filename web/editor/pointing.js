import { merged } from './merge.js';

/**
 * What pointing at the map does: it selects a grid, or names the one to be merged with; by keys it
 * draws too. What lies under another comes up when it is pointed at again.
 * @param {import('./editing.js').Editing} editing
 * @param {import('./loading.js').Loading} loading
 * @param {(place: {lon: number, lat: number}) => void} draw
 * @returns {(place: {lon: number, lat: number}, slack: number) => Promise<void>} the slack is 0 for
 *     a mouse
 */
export function pointing(editing, loading, draw) {
  return async (place, slack) => {
    const { tool } = editing;
    if (tool === 'hole' || (tool === 'split' && editing.grid)) {
      // A mouse is heard of by who draws.
      if (slack > 0) {
        draw(place);
      }
      return;
    }
    const grids = editing.coverage.at([place.lon, place.lat]);
    if (tool === 'merge' && editing.grid) {
      await mergeWith(grids.find(({ code, level }) => code !== editing.selected && level === editing.grid.level));
      return;
    }
    const at = grids.findIndex(({ code }) => code === editing.selected);
    const chosen = grids[(at + 1) % grids.length];
    editing.select(chosen?.code ?? null);
    if (chosen) {
      await loading.around(chosen);
    }
  };

  async function mergeWith(other) {
    const { selected, grid } = editing;
    if (other && (await loading.around(grid)) && (await loading.around(other)) && editing.selected === selected) {
      if (editing.act((coverage) => merged(coverage, selected, other.code))) {
        editing.take(null);
      }
    }
  }
}
