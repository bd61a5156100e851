import { t } from '../../language.js';
import { changedPart } from './changed.js';
import { effectsPart } from './effects.js';
import { Hand } from './hand.js';
import { handPart } from './hand-form.js';
import { keptPart } from './kept.js';
import { listPart } from './list.js';
import { marksPart } from './marks.js';
import { nearbyFacilities } from './nearby.js';
import { Plan } from './plan.js';
import { sitingPart } from './siting.js';

/** Modes in which facilities in force are taken up. */
const TAKING = ['close', 'move'];

/**
 * Planning: what would change if facilities or roads were others, and where further ones would
 * serve most.
 * @param {import('../../leaflet.js').Map} map
 * @param {import('../circle.js').Circle} circle
 * @param {HTMLDetailsElement} place
 * @param {Object} hooks
 * @param {import('../../tools/pick.js').Aim} hooks.aim
 * @param {(text: string) => void} hooks.complain
 * @param {import('../../grids/store.js').GridStore} hooks.figures the living circle's grids
 * @param {(code: string) => void} hooks.open shows a grid
 * @param {import('../../session.js').Session} hooks.session
 * @param {import('../../grids/store.js').GridStore} hooks.store the facilities in force
 * @returns {Plan}
 */
export function planningPart(map, circle, place, hooks) {
  const { aim, complain, figures, open, session, store } = hooks;
  const part = (name) => place.querySelector(`[data-part=${name}]`);
  const failed = () => complain(t('problem.data'));
  const nearby = nearbyFacilities(map, store, failed);
  const plan = new Plan(circle);
  const hand = new Hand(map, plan, aim, nearby.at);
  place.open = plan.items.length > 0;
  hand.addEventListener('change', () => nearby.ring(TAKING.includes(hand.mode) ? hand.kind : null));
  place.addEventListener('toggle', () => place.open || hand.mode === null || hand.become(null));
  handPart(circle, hand, part('hand'), map.getContainer());
  marksPart(map, circle, plan, hand);
  listPart(map, circle, plan, part('items'));
  effectsPart(circle, plan, part('effects'), open);
  changedPart(map, circle, plan, figures, failed);
  sitingPart(map, circle, plan, session, part('siting').querySelector('form'), part('siting'));
  keptPart(circle, plan, session, part('kept'));
  return plan;
}
