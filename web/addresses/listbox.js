import { el } from '../dom.js';

/**
 * The list under a combobox, after the ARIA pattern: the keyboard stays in the input, the active
 * option is told by aria-activedescendant.
 * @template T
 */
export class Listbox {
  /** @type {T[]} */
  #entries = [];
  #active = -1;
  #input;
  #list;
  #choose;
  #content;

  /**
   * @param {HTMLInputElement} input
   * @param {HTMLElement} list
   * @param {{content: (entry: T) => (Node|string|null)[], choose: (entry: T) => void}} does
   */
  constructor(input, list, { content, choose }) {
    this.#input = input;
    this.#list = list;
    this.#content = content;
    this.#choose = choose;
    // The input keeps the keyboard when an option is pressed.
    list.addEventListener('mousedown', (event) => event.preventDefault());
    list.addEventListener('click', ({ target }) => {
      const option = target.closest('[role=option]');
      if (option) {
        this.take([...list.children].indexOf(option));
      }
    });
  }

  get isOpen() {
    return !this.#list.hidden;
  }

  /** The index of the active option; -1 for none. */
  get active() {
    return this.#active;
  }

  /** @param {T[]} entries none closes the list */
  show(entries) {
    this.#entries = entries;
    this.#list.replaceChildren(...entries.map((entry, index) => this.#option(entry, index)));
    this.#list.hidden = entries.length === 0;
    this.#input.setAttribute('aria-expanded', String(this.isOpen));
    this.#activate(-1);
  }

  close() {
    this.show([]);
  }

  /** Moves the active option; past either end none is active. @param {1|-1} step */
  move(step) {
    const places = this.#entries.length + 1;
    this.#activate(((this.#active + 1 + step + places) % places) - 1);
  }

  /** @param {number} index of the option chosen */
  take(index) {
    const entry = this.#entries[index];
    this.close();
    this.#choose(entry);
  }

  #option(entry, index) {
    const attributes = { id: `${this.#list.id}-${index}`, role: 'option', 'aria-selected': false };
    return el('li', attributes, ...this.#content(entry));
  }

  #activate(index) {
    this.#active = index;
    [...this.#list.children].forEach((option, i) => {
      option.setAttribute('aria-selected', String(i === index));
    });
    const option = this.#list.children[index];
    if (option) {
      this.#input.setAttribute('aria-activedescendant', option.id);
      option.scrollIntoView({ block: 'nearest' });
    } else {
      this.#input.removeAttribute('aria-activedescendant');
    }
  }
}
