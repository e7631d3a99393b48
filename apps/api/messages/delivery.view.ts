import {
  CHANNEL_KIND_LABELS,
  WAY_STATE_LABELS,
  HELD_BECAUSE_LABELS,
  labelOf,
  type DeliveryView,
} from '#contract';
import type { Delivery } from '#engine';

export function deliveryView(delivery: Delivery): DeliveryView {
  const { kind, channel, state, heldBecause, until, at, failure, attempts, again } = delivery;
  return {
    kind,
    label: channel ?? labelOf(CHANNEL_KIND_LABELS, kind),
    state,
    stateLabel: WAY_STATE_LABELS[state],
    heldBecause: heldBecause === null ? null : HELD_BECAUSE_LABELS[heldBecause],
    until,
    at,
    failure,
    attempts,
    again,
  };
}
