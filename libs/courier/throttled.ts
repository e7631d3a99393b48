import type { MessageRules } from '#accountability';
import { addMinutes, type Instant } from '#calendar';
import type { RecentLetters } from '#persistence';

/**
 * Who has had as many letters as may be for now, and until when: counted by address, whoever shares it and whatever
 * channel of the kind leads there; and by person, for whom letters made at one moment over several ways are one
 * disturbance.
 *
 * @param contactIds who is next, in the order in which they are served
 */
export function throttled(
  contactIds: readonly string[],
  recent: readonly RecentLetters[],
  { letters: most, withinMinutes }: MessageRules['throttle'],
  now: Instant,
): Map<string, Instant> {
  const known = new Map(recent.map((one) => [one.contactId, one]));
  const atPlace = new Map<string, Instant[]>();
  const ofPerson = new Map<string, Set<Instant>>();
  for (const { place, personId, madeAt } of recent) {
    atPlace.set(place, [...(atPlace.get(place) ?? []), ...madeAt]);
    if (personId !== null) ofPerson.set(personId, new Set([...(ofPerson.get(personId) ?? []), ...madeAt]));
  }
  /** When there is room again; null: there is. */
  const roomAt = (times: Iterable<Instant>): Instant | null => {
    const inOrder = [...times].sort();
    const inTheWay = inOrder[inOrder.length - most];
    return inTheWay === undefined ? null : addMinutes(inTheWay, withinMinutes);
  };
  const held = new Map<string, Instant>();
  for (const contactId of contactIds) {
    const contact = known.get(contactId);
    if (contact === undefined) continue;
    const place = atPlace.get(contact.place) ?? [];
    const person = contact.personId === null ? null : (ofPerson.get(contact.personId) ?? new Set<Instant>());
    const until = [roomAt(place), person === null || person.has(now) ? null : roomAt(person)]
      .filter((at) => at !== null)
      .sort()
      .at(-1);
    if (until !== undefined) {
      held.set(contactId, until);
      continue;
    }
    atPlace.set(contact.place, [...place, now]);
    if (contact.personId !== null && person !== null) ofPerson.set(contact.personId, person.add(now));
  }
  return held;
}
