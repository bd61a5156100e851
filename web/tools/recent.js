import { Recent } from '../addresses/recent.js';
import { el } from '../dom.js';
import { moment } from '../format.js';
import { onLanguage, t, tag } from '../language.js';

/**
 * The last look-ups of this desk, to be asked again.
 * @param {import('../inquiry.js').Inquiry} inquiry
 */
export function recentTool(inquiry) {
  const recent = new Recent();
  const place = document.querySelector('#recent');
  const list = place.querySelector('ol');

  const row = ({ text, datum, grid, time }) => {
    const click = () => inquiry.ask({ address: text, datum, follow: true });
    const when = el('time', { datetime: time }, moment(time, tag()));
    return el(
      'li',
      {},
      el('button', { type: 'button', class: 'name', click }, text),
      el('small', {}, `${grid ?? t('recent.noGrid')} · `, when),
    );
  };
  const show = () => {
    const { entries } = recent;
    place.hidden = entries.length === 0;
    place.querySelector('summary').textContent = t('recent.title', entries.length);
    list.replaceChildren(...entries.map(row));
  };

  inquiry.addEventListener('change', () => {
    const { status, question, lookup } = inquiry;
    // Asking again by itself, as after a publication, is no look-up of the desk.
    if (status === 'answered' && question.address && question.follow) {
      const { address, datum } = question;
      const grid = lookup.responsible?.name ?? null;
      recent.add({ text: address, datum, grid, time: new Date().toISOString() });
    }
  });
  place.querySelector('.clear').addEventListener('click', () => recent.clear());
  recent.addEventListener('change', show);
  onLanguage(show);
}
