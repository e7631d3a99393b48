import { classOfMessage, offsetFrom, type MessageRules, type Policy } from '#accountability';
import {
  addWorkingMs,
  nextOpenInstant,
  project,
  type Instant,
  type MessagingHours,
  type WorkingCalendar,
} from '#calendar';
import {
  insertParcels,
  messageChoices,
  takeFreshMessages,
  usableContacts,
  watchMessages,
  type FreshMessage,
  type MessageChoice,
  type ParcelWrite,
  type Transaction,
  type UsableContact,
  type WatchWrite,
} from '#persistence';

/** The rules that messages leave the house by: those of the policy in force now. */
export interface CourierRules {
  policy: Pick<Policy, 'messages' | 'quietHours'>;
  calendar: WorkingCalendar;
}

const HOUR_MS = 3_600_000;

/**
 * Decides for messages which contacts they go to and when, once; demanded ones are watched until they are read.
 * Returns how many messages were looked at.
 */
export async function shareOut(tx: Transaction, rules: CourierRules, limit: number): Promise<number> {
  const fresh = (await takeFreshMessages(tx, limit)).sort(
    (a, b) => compare(a.createdAt, b.createdAt) || compare(a.id, b.id),
  );
  if (fresh.length === 0) return 0;
  const people = [...new Set(fresh.map(({ personId }) => personId))];
  const units = [...new Set(fresh.map(({ unitId }) => unitId))];
  const contacts = await usableContacts(tx, people, units);
  const choices = await messageChoices(tx, people);
  const { parcels, watches } = sharedOut(fresh, contacts, choices, rules);
  await insertParcels(tx, parcels);
  await watchMessages(tx, watches);
  return fresh.length;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Which messages go to which contacts, and when; and which are watched, until when. */
export function sharedOut(
  messages: readonly FreshMessage[],
  contacts: readonly UsableContact[],
  choices: readonly MessageChoice[],
  rules: CourierRules,
): { parcels: ParcelWrite[]; watches: WatchWrite[] } {
  const ofPerson = grouped(contacts, ({ personId }) => personId);
  const ofUnit = grouped(contacts, ({ unitId }) => unitId);
  const chosen = new Map(choices.map((choice) => [choice.personId, choice]));
  const toldGroups = new Set<string>();
  const parcels: ParcelWrite[] = [];
  const watches: WatchWrite[] = [];
  for (const message of messages) {
    const own = ofPerson.get(message.personId) ?? [];
    parcels.push(...parcelsOf(message, own, chosen.get(message.personId), rules));
    for (const group of ofUnit.get(message.unitId) ?? []) {
      const { kind, title, subjectId, createdAt } = message;
      const told = [group.id, kind, title, subjectId ?? '', createdAt].join('/');
      // However many people of a unit are told, its group hears of it once.
      if (toldGroups.has(told) || !wants(group, message)) continue;
      toldGroups.add(told);
      parcels.push(parcelOf(message, group, group.anyHour ? message.createdAt : message.deliverAt, false));
    }
    if (isDemanded(message, rules.policy.messages)) watches.push(watchOf(message, rules));
  }
  return { parcels, watches };
}

function parcelsOf(
  message: FreshMessage,
  contacts: readonly UsableContact[],
  choice: MessageChoice | undefined,
  rules: CourierRules,
): ParcelWrite[] {
  const { messages } = rules.policy;
  const ordered = inOrderOf(contacts, messages);
  const demanded = isDemanded(message, messages);
  let wanted = ordered.filter((contact) => wants(contact, message));
  // What policy demands goes by the first way where its addressee wants it by none.
  if (demanded && wanted.length === 0) wanted = ordered.slice(0, 1);
  const hours = demanded ? null : ownHours(choice, rules.policy.quietHours);
  const oneByOne = choice?.inOrder ?? messages.inOrder;
  return wanted.map((contact, index) => {
    const waits = oneByOne ? index * messages.nextChannelAfterHours * HOUR_MS : 0;
    const from = contact.anyHour ? message.createdAt : message.deliverAt;
    const at = waits === 0 ? from : addWorkingMs(rules.calendar, from, waits);
    const dueAt = contact.anyHour || hours === null ? at : nextOpenInstant(rules.calendar, at, hours);
    return parcelOf(message, contact, dueAt, waits > 0);
  });
}

function parcelOf(
  message: FreshMessage,
  contact: UsableContact,
  dueAt: Instant,
  afterAnother: boolean,
): ParcelWrite {
  const heldFor = afterAnother ? 'order' : dueAt > message.createdAt ? 'quietHours' : null;
  return { messageId: message.id, contactId: contact.id, dueAt, heldFor };
}

const isDemanded = ({ kind, noticeId }: FreshMessage, { demanded }: MessageRules): boolean =>
  demanded.includes(classOfMessage(kind, noticeId));

function wants({ wants: most, unwanted }: UsableContact, { kind, noticeId }: FreshMessage): boolean {
  const about = classOfMessage(kind, noticeId);
  return most === 'notices' ? about === 'notices' : !unwanted.includes(about);
}

/** A person's contacts in the order that they chose, else in that of the policy. */
const inOrderOf = (contacts: readonly UsableContact[], { channels }: MessageRules): UsableContact[] => {
  const rank = ({ kind }: UsableContact): number =>
    (channels.indexOf(kind) + channels.length) % channels.length;
  return [...contacts].sort((a, b) => a.place - b.place || rank(a) - rank(b));
};

/** A person's own hours as far as they lie within the policy's; null: those of the policy. */
export function ownHours(choice: MessageChoice | undefined, quiet: MessagingHours): MessagingHours | null {
  if (choice?.hours === undefined || choice.hours === null) return null;
  const from = choice.hours.from > quiet.from ? choice.hours.from : quiet.from;
  const to = choice.hours.to < quiet.to ? choice.hours.to : quiet.to;
  return from < to ? { from, to } : null;
}

function watchOf(
  { id, personId, unitId, deliverAt }: FreshMessage,
  { policy, calendar }: CourierRules,
): WatchWrite {
  const dueAt = project(offsetFrom(deliverAt, policy.messages.unreachedAfter), [], calendar).at;
  if (dueAt === null) throw new Error('the watch over a message has no end');
  return { messageId: id, personId, unitId, dueAt };
}

function grouped<T>(rows: readonly T[], key: (row: T) => string | null): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const of = key(row);
    if (of === null) continue;
    const group = groups.get(of);
    if (group) group.push(row);
    else groups.set(of, [row]);
  }
  return groups;
}
