import { choices, questionOf } from '../addresses/found.js';
import { addressList } from '../address-list.js';
import { cardOfGrid, cardOfLookup } from '../card.js';
import { cardView } from '../card-view.js';
import { cardText } from '../format.js';
import { onLanguage, t } from '../language.js';

/**
 * The answer as a card beside the map; Esc closes it.
 * @param {import('../inquiry.js').Inquiry} inquiry
 * @param {HTMLElement} mapElement where the keyboard goes when the card closes
 */
export function panelTool(inquiry, mapElement) {
  const panel = document.querySelector('#panel');

  const close = () => {
    const hadFocus = panel.contains(document.activeElement);
    inquiry.close();
    if (hadFocus) {
      mapElement.focus();
    }
  };

  const choose = (index) => {
    const candidates = choices(inquiry.lookup);
    if (index in candidates) {
      inquiry.ask(questionOf(candidates[index], candidates));
    }
  };

  const show = () => {
    if (inquiry.status === 'asking') {
      return;
    }
    const card = cardFor(inquiry);
    const hadFocus = panel.contains(document.activeElement);
    document.body.classList.toggle('has-card', card !== null);
    panel.hidden = card === null;
    panel.replaceChildren();
    if (card) {
      const open = (code) => inquiry.ask({ code, follow: true });
      // Only the addresses in force are stored with their grids.
      const addresses = inquiry.grid && !inquiry.time ? addressList(inquiry.grid.code) : null;
      const actions = { open, close, choose, copy: () => copy(cardText(card, t)) };
      panel.append(cardView(card, actions, addresses));
      panel.scrollTop = 0;
      if (hadFocus || isTakingDigits(inquiry)) {
        panel.querySelector('h2').focus();
      }
    }
  };

  inquiry.addEventListener('change', show);
  onLanguage(show);
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && inquiry.status !== 'none') {
      close();
    }
    const isPlain = !event.ctrlKey && !event.altKey && !event.metaKey;
    const isText = event.target.matches('input, select, textarea');
    if (/^\d$/.test(event.key) && isPlain && !isText && panel.offsetParent) {
      choose((Number(event.key) + 9) % 10);
    }
  });
}

/** Whether the search box, still as it was asked, would take the digits that choose. */
function isTakingDigits({ lookup, question }) {
  const { activeElement } = document;
  return (
    choices(lookup).length > 0 &&
    activeElement?.matches('#search [name=text]') &&
    activeElement.value.trim() === question.address
  );
}

function cardFor({ question, lookup, grid }) {
  if (grid) {
    return cardOfGrid(grid);
  }
  return lookup && cardOfLookup(question, lookup);
}

/** @param {string} text @returns {Promise<boolean>} whether it is in the clipboard now */
async function copy(text) {
  if (navigator.clipboard) {
    return navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
  }
  // Over plain http, as on many closed networks, only the old way is open.
  const area = document.createElement('textarea');
  area.value = text;
  document.body.append(area);
  area.select();
  const done = document.execCommand('copy');
  area.remove();
  return done;
}
