import { createHmac, randomInt, timingSafeEqual } from 'node:crypto';
import {
  classOfMessage,
  identifierOf,
  MESSAGE_CLASSES,
  refuse,
  type MessageClass,
  type Outcome,
} from '#accountability';
import { addMinutes, type Instant } from '#calendar';
import {
  channels,
  chooseForContact,
  contactsOfPeople,
  countCodeTry,
  giveUpLettersTo,
  insertOwnLetter,
  lockContact,
  offerContact,
  placeContacts,
  proveContact,
  putCode,
  putMessageChoice,
  takeBackContact,
  type ChannelKind,
  type OwnContact,
  type Transaction,
} from '#persistence';
import { inTransaction, type EngineContext } from '../engine-context.js';
import { addressTrouble } from './address-trouble.js';
import { lockOwnSettings, ownSettingsTag } from './own-settings-tag.js';
import { rulesInForce } from './rules-in-force.js';

/** Whose contacts these are: always those of whoever is signed in. */
export interface Owner {
  jurisdictionId: string;
  personId: string;
}

/** Ways that a person may open for themselves; the others are an administrator's to set up. */
export const OWN_KINDS: readonly ChannelKind[] = ['mail', 'sms'];

const CODE_MINUTES = 15;
/** Guesses at a code of six digits before it is worth nothing. */
const CODE_TRIES = 5;
/** So many codes an hour to one address: it may be a stranger's. */
const CODES_AN_HOUR = 3;
const CONTACTS_AT_MOST = 10;

const STALE = refuse('VersionConflict', '设置刚刚已有改动，不是您看到的内容；请刷新后重新提交。');
/** Locks the person's settings, and compares them with what was seen of them. */
async function movedOn(tx: Transaction, personId: string, seen: string | undefined): Promise<boolean> {
  await lockOwnSettings(tx, personId);
  return seen !== undefined && seen !== (await ownSettingsTag(tx, personId));
}

const notFound = (): Outcome<never> => refuse('SubjectNotFound', '没有这个接收地址，或已停用。请刷新。');

/** A person gives an address of their own. A code goes there; until it is said, nothing else does. */
export function offerOwnContact(
  context: EngineContext,
  owner: Owner,
  offered: { channelId: string; address: string },
): Promise<Outcome<{ id: string }>> {
  const address = offered.address.trim();
  return inTransaction(context, owner.jurisdictionId, async (tx): Promise<Outcome<{ id: string }>> => {
    const channel = (await channels(tx)).find(({ id }) => id === offered.channelId);
    if (channel === undefined || !OWN_KINDS.includes(channel.kind))
      return refuse('InputInvalid', '这个渠道不能由本人登记地址，请联系系统管理员。', { field: 'channelId' });
    const trouble = addressTrouble(channel.kind, address);
    if (trouble !== null) return refuse('InputInvalid', trouble, { field: 'address' });
    const others = await contactsOfPeople(tx, [owner.personId]);
    if (others.length >= CONTACTS_AT_MOST)
      return refuse('InputInvalid', `每人最多 ${CONTACTS_AT_MOST} 个接收地址，请先停用不用的。`, {
        field: 'address',
      });
    const at = context.clock.now();
    const id = await offerContact(tx, {
      id: identifierOf('contact', channel.id, owner.personId, address),
      channelId: channel.id,
      personId: owner.personId,
      address,
      place: Math.max(0, ...others.map(({ place }) => place)) + 1,
      at,
    });
    if (id === null) return refuse('InputInvalid', '这个地址已经在用。', { field: 'address' });
    const contact = await lockContact(tx, id, owner.personId);
    return contact === null ? notFound() : sendCode(tx, contact, at);
  });
}

/** Sends another code; the one before is worth nothing any more. */
export const sendAnotherCode = (
  context: EngineContext,
  owner: Owner,
  id: string,
): Promise<Outcome<{ id: string }>> =>
  inTransaction(context, owner.jurisdictionId, async (tx) => {
    const contact = await lockContact(tx, id, owner.personId);
    if (contact === null) return notFound();
    if (contact.state === 'inUse') return refuse('EventNotAllowed', '这个地址已经验证过。');
    return sendCode(tx, contact, context.clock.now());
  });

async function sendCode(tx: Transaction, contact: OwnContact, at: Instant): Promise<Outcome<{ id: string }>> {
  const { id, codesSince, codesSent } = contact;
  const anew = codesSince === null || addMinutes(codesSince, 60) <= at;
  const sent = anew ? 1 : codesSent + 1;
  if (sent > CODES_AN_HOUR)
    return refuse('TooManyCodes', `一小时内最多发送 ${CODES_AN_HOUR} 次验证码，请稍后再试。`);
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  await giveUpLettersTo(tx, id, '已改发新的验证码');
  await putCode(tx, id, {
    hash: hashOfCode(id, code),
    expiresAt: addMinutes(at, CODE_MINUTES),
    sent,
    since: anew ? at : codesSince,
  });
  await insertOwnLetter(tx, {
    id: identifierOf('letter', 'code', id, at, String(sent)),
    purpose: 'code',
    channelId: contact.channelId,
    contactId: id,
    address: null,
    title: `验证码 ${code}，${CODE_MINUTES} 分钟内有效`,
    body: `您正在把这个地址登记为接收督办消息的地址。请在系统中填写验证码 ${code}；不是本人操作的，不必理会。`,
    createdAt: at,
  });
  return { ok: true, value: { id } };
}

/** The hash is bound to the address: the code of one proves no other. */
const hashOfCode = (contactId: string, code: string): string =>
  createHmac('sha256', contactId).update(code).digest('hex');

/** The owner says the code that arrived: from now on the address is used. A wrong code counts, also when it is refused. */
export async function proveOwnContact(
  context: EngineContext,
  owner: Owner,
  { id, code }: { id: string; code: string },
): Promise<Outcome<{ id: string }>> {
  const { jurisdictionId, personId } = owner;
  // Not `inTransaction`: that a guess was wrong must be kept.
  return context.database.transaction({ jurisdictionId }, async (tx): Promise<Outcome<{ id: string }>> => {
    const contact = await lockContact(tx, id, personId);
    if (contact === null) return notFound();
    const { codeHash, codeExpiresAt, codeTries } = contact;
    const now = context.clock.now();
    if (codeHash === null || codeExpiresAt === null || codeExpiresAt <= now || codeTries >= CODE_TRIES)
      return refuse('CodeExpired', '验证码已失效，请重新发送。');
    const [said, kept] = [Buffer.from(hashOfCode(id, code.trim())), Buffer.from(codeHash)];
    if (said.length !== kept.length || !timingSafeEqual(said, kept)) {
      await countCodeTry(tx, id);
      return refuse('CodeWrong', `验证码不对，还可以再试 ${CODE_TRIES - codeTries - 1} 次。`);
    }
    await proveContact(tx, id, now);
    return { ok: true, value: { id } };
  });
}

/** What goes to an address. What policy demands cannot be switched off everywhere. */
export const chooseForOwnContact = (
  context: EngineContext,
  owner: Owner,
  {
    id,
    unwanted,
    anyHour,
    seen,
  }: { id: string; unwanted: readonly MessageClass[]; anyHour: boolean; seen?: string },
): Promise<Outcome<{ id: string }>> =>
  inTransaction(context, owner.jurisdictionId, async (tx): Promise<Outcome<{ id: string }>> => {
    if (await movedOn(tx, owner.personId, seen)) return STALE;
    const contact = await lockContact(tx, id, owner.personId);
    if (contact === null) return notFound();
    const { demanded } = (await rulesInForce(context)(tx)).policy.messages;
    const others = (await contactsOfPeople(tx, [owner.personId])).filter(
      (one) => one.id !== id && one.state === 'inUse',
    );
    const nowhere = demanded.filter(
      (about) => unwanted.includes(about) && !others.some((other) => takesClass(other, about)),
    );
    if (nowhere.length > 0)
      return refuse('DemandedMessages', '按规定必须送达的消息，至少要在一个接收地址上保留。', {
        classes: nowhere,
      });
    await chooseForContact(tx, id, {
      unwanted: MESSAGE_CLASSES.filter((about) => unwanted.includes(about)),
      anyHour,
    });
    return { ok: true, value: { id } };
  });

/** Whether messages of a class go to an address. */
export const takesClass = (
  { wants, unwanted }: { wants: 'everything' | 'notices'; unwanted: readonly string[] },
  about: MessageClass,
): boolean => (wants === 'notices' ? about === classOfMessage('', 'notice') : !unwanted.includes(about));

export interface OwnChoice {
  inOrder: boolean;
  /** Null: those of the policy. */
  hours: { from: string; to: string } | null;
  /** Addresses in the person's order; those that are not named keep their places. */
  order: readonly string[];
  /** The mark of what the person saw; another one by now is refused. */
  seen?: string;
}

/** How a person wants to be told: hours of their own within the policy's, one way after another, and in which order. */
export const chooseMessages = (
  context: EngineContext,
  { jurisdictionId, personId }: Owner,
  { inOrder, hours, order, seen }: OwnChoice,
): Promise<Outcome<{ chosenAt: Instant }>> =>
  inTransaction(context, jurisdictionId, async (tx): Promise<Outcome<{ chosenAt: Instant }>> => {
    if (await movedOn(tx, personId, seen)) return STALE;
    const { policy } = await rulesInForce(context)(tx);
    const { from, to } = policy.quietHours;
    if (hours !== null) {
      if (hours.from < from || hours.to > to)
        return refuse('InputInvalid', `自选时段应在规定的 ${from} 至 ${to} 之内。`, { field: 'hours' });
      const least = policy.messages.ownHoursAtLeast;
      if (minutesOf(hours.to) - minutesOf(hours.from) < least * 60)
        return refuse('InputInvalid', `自选时段不得短于 ${least} 小时。`, { field: 'hours' });
    }
    const chosenAt = context.clock.now();
    await putMessageChoice(tx, { personId, inOrder, hours }, chosenAt);
    await placeContacts(tx, personId, [...new Set(order)]);
    return { ok: true, value: { chosenAt } };
  });

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** A person gives an address up. One of the directory can be given up only while another is in use. */
export const giveUpOwnContact = (
  context: EngineContext,
  { jurisdictionId, personId }: Owner,
  id: string,
): Promise<Outcome<{ id: string }>> =>
  inTransaction(context, jurisdictionId, async (tx): Promise<Outcome<{ id: string }>> => {
    const contact = await lockContact(tx, id, personId);
    if (contact === null) return notFound();
    const others = (await contactsOfPeople(tx, [personId])).filter(
      (one) => one.id !== id && one.state === 'inUse',
    );
    if (contact.keptBy === 'directory' && contact.state === 'inUse' && others.length === 0)
      return refuse(
        'EventNotAllowed',
        '这是通讯录登记的唯一在用地址，不能停用；请先登记并验证自己的地址，或联系系统管理员。',
      );
    await takeBackContact(tx, id);
    await giveUpLettersTo(tx, id, '接收地址已停用');
    return { ok: true, value: { id } };
  });
