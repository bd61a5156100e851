import { suggestions } from '../addresses/asking.js';
import { Listbox } from '../addresses/listbox.js';
import { el } from '../dom.js';
import { t } from '../language.js';

/** Of a text; the server takes no longer one. */
const LONGEST = 200;
const WHOLE = ['NUMBER', 'LANDMARK'];

/**
 * The search box: an address or a position, asked on Enter, with suggestions while it is typed;
 * "/" goes to it from anywhere.
 * @param {import('../inquiry.js').Inquiry} inquiry
 * @param {import('../state.js').State} state
 * @param {{complain: (text: string) => void, fail: (error: Error) => void}} status
 */
export function searchTool(inquiry, state, { complain, fail }) {
  const form = document.querySelector('#search');
  const input = form.elements.namedItem('text');
  const datum = form.elements.namedItem('datum');
  const said = form.querySelector('[role=status]');
  let asking = new AbortController();

  const choose = ({ text, kind }) => {
    input.value = text;
    if (WHOLE.includes(kind)) {
      ask();
    } else {
      suggest().catch(fail);
    }
  };
  const listbox = new Listbox(input, form.querySelector('[role=listbox]'), { content, choose });

  const close = () => {
    asking.abort();
    listbox.close();
    said.textContent = '';
  };

  const suggest = async () => {
    asking.abort();
    asking = new AbortController();
    const { signal } = asking;
    const text = input.value.trim();
    if (!text || text.length > LONGEST) {
      close();
      return;
    }
    try {
      const found = await suggestions(text, state.shown.view, signal);
      listbox.show(found);
      said.textContent = t('suggest.count', found.length);
    } catch (error) {
      if (error.name !== 'AbortError') {
        close();
        throw error;
      }
    }
  };

  const ask = () => {
    close();
    const text = input.value.trim();
    if (!text) {
      complain(t('status.empty'));
      input.focus();
      return;
    }
    inquiry.ask({ address: text, datum: datum.value, follow: true });
  };

  const keys = {
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Enter: () => listbox.isOpen && listbox.active >= 0 && take(),
    Escape: () => listbox.isOpen && (close(), true),
  };
  const move = (step) => {
    if (listbox.isOpen) {
      listbox.move(step);
    } else {
      suggest().catch(fail);
    }
    return true;
  };
  const take = () => {
    listbox.take(listbox.active);
    return true;
  };

  // What an input method is still composing is no text yet, and its keys are its own.
  input.addEventListener('input', (event) => event.isComposing || suggest().catch(fail));
  input.addEventListener('compositionend', () => suggest().catch(fail));
  input.addEventListener('keydown', (event) => {
    const modified = event.ctrlKey || event.altKey || event.metaKey || event.shiftKey;
    if (!event.isComposing && !modified && keys[event.key]?.()) {
      event.preventDefault();
      event.stopPropagation();
    }
  });
  input.addEventListener('blur', close);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    ask();
  });

  document.addEventListener('keydown', (event) => {
    if (event.key === '/' && !event.target.matches('input, select, textarea')) {
      event.preventDefault();
      input.focus();
      input.select();
    }
  });
}

function content({ text, kind, district, town, addresses }) {
  const where = [text.includes(district.name) ? null : district.name, text.includes(town) ? null : town];
  const what = WHOLE.includes(kind)
    ? kind === 'LANDMARK' && t('element.LANDMARK')
    : t('suggest.addresses', addresses);
  const hint = [...where, what].filter(Boolean).join(' · ');
  return [el('span', {}, text), hint ? el('small', {}, hint) : null];
}
