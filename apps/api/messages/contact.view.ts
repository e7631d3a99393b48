import {
  CHANNEL_KIND_LABELS,
  CONTACT_STATE_LABELS,
  labelOf,
  MESSAGE_CLASS_NAMES,
  type ContactView,
} from '#contract';
import { takesClass } from '#engine';
import type { ContactRead } from '#persistence';

export function contactView(contact: ContactRead): ContactView {
  const { id, channelId, channel, kind, address, state, refusedReason, keptBy, anyHour } = contact;
  return {
    id,
    channelId,
    channel,
    kind,
    kindLabel: labelOf(CHANNEL_KIND_LABELS, kind),
    address,
    state,
    stateLabel: CONTACT_STATE_LABELS[state],
    refusedReason,
    keptBy,
    unwanted: MESSAGE_CLASS_NAMES.filter((about) => !takesClass(contact, about)),
    anyHour,
  };
}
