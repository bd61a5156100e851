import { coordinatesIn } from '../format.js';
import { t } from '../language.js';

/**
 * The search box: an address or coordinates, asked on Enter; "/" goes to it from anywhere.
 * @param {import('../inquiry.js').Inquiry} inquiry
 * @param {(text: string) => void} complain
 */
export function searchTool(inquiry, complain) {
  const form = document.querySelector('#search');
  const input = form.elements.namedItem('text');
  const datum = form.elements.namedItem('datum');

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const text = input.value.trim();
    if (!text) {
      complain(t('status.empty'));
      input.focus();
      return;
    }
    const point = coordinatesIn(text);
    inquiry.ask({
      ...(point ? { point: { ...point, datum: datum.value } } : { address: text }),
      follow: true,
    });
  });

  document.addEventListener('keydown', (event) => {
    if (event.key === '/' && !event.target.matches('input, select, textarea')) {
      event.preventDefault();
      input.focus();
      input.select();
    }
  });
}
