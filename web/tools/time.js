import { ask } from '../dialog.js';
import { el } from '../dom.js';
import { instant, localTime, moment } from '../format.js';
import { onLanguage, t, tag } from '../language.js';

/**
 * The time of which the grids are shown: now, unless another is chosen; then a banner says so.
 * @param {import('../state.js').State} state
 * @param {import('../inquiry.js').Inquiry} inquiry
 * @param {() => void} renew fetches the map's data anew
 */
export function timeTool(state, inquiry, renew) {
  const button = document.querySelector('#time');
  const banner = document.querySelector('#past');

  const choose = () => {
    const field = el('input', {
      type: 'datetime-local',
      name: 'time',
      required: '',
      step: 1,
      max: localTime(new Date()),
      value: localTime(new Date(state.shown.time ?? Date.now())),
    });
    ask({
      title: t('time.title'),
      body: [el('label', {}, t('time.field'), field), el('p', { class: 'hint' }, t('time.hint'))],
      action: t('time.show'),
      act: async () => state.update({ time: instant(field.value) }),
    });
  };

  const show = () => {
    const { time } = state.shown;
    const words = time && moment(time, tag());
    button.textContent = words ?? t('time.now');
    banner.hidden = !time;
    document.body.classList.toggle('in-past', Boolean(time));
    const back = el('button', { type: 'button', click: () => state.update({ time: null }) }, t('time.back'));
    banner.replaceChildren(el('span', {}, time ? t('time.banner', words) : ''), back);
  };

  const follow = () => {
    if (state.shown.time !== inquiry.time) {
      inquiry.time = state.shown.time;
      show();
      renew();
      inquiry.again();
    }
  };

  inquiry.time = state.shown.time;
  button.addEventListener('click', choose);
  state.addEventListener('change', follow);
  onLanguage(show);
}
