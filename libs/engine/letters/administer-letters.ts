import { randomBytes } from 'node:crypto';
import { identifierOf, refuse, type Actor, type Outcome } from '#accountability';
import {
  channels,
  giveUpLettersTo,
  hashOfLink,
  insertOwnLetter,
  lockContact,
  pauseChannel,
  putContact,
  putReceiptAddress,
  requeueLetter,
  requeueLettersOf,
  takeBackContact,
  type ChannelRead,
  type Transaction,
} from '#persistence';
import { inTransaction, type EngineContext } from '../engine-context.js';
import { addressTrouble } from './address-trouble.js';
import { fingerprint, recordSetting } from '../trail/index.js';

/** Who administers the channels of a jurisdiction. */
export interface Administering {
  jurisdictionId: string;
  actor: Actor;
}

export const administersChannels = (actor: Actor): boolean =>
  actor.personId !== null && actor.roles.some(({ role }) => role === 'administrator');

/** Runs for administrators alone. */
const administered = <T>(
  context: EngineContext,
  { jurisdictionId, actor }: Administering,
  work: (tx: Transaction, by: string) => Promise<Outcome<T>>,
): Promise<Outcome<T>> =>
  inTransaction(context, jurisdictionId, (tx): Promise<Outcome<T>> => {
    const { personId } = actor;
    if (personId === null || !administersChannels(actor))
      return Promise.resolve(refuse('NotPermitted', '渠道、信件和他人的接收地址由系统管理员管理。'));
    return work(tx, personId);
  });

const withChannel = <T>(
  context: EngineContext,
  by: Administering,
  channelId: string,
  work: (tx: Transaction, channel: ChannelRead, personId: string) => Promise<Outcome<T>>,
): Promise<Outcome<T>> =>
  administered(context, by, async (tx, personId): Promise<Outcome<T>> => {
    const channel = (await channels(tx)).find(({ id }) => id === channelId);
    return channel === undefined ? refuse('SubjectNotFound', '没有这个渠道。') : work(tx, channel, personId);
  });

/** Null as reason: it goes on. What waited meanwhile goes out then. */
export const setChannelPaused = (
  context: EngineContext,
  by: Administering,
  { channelId, reason }: { channelId: string; reason: string | null },
): Promise<Outcome<{ paused: boolean }>> =>
  withChannel(
    context,
    by,
    channelId,
    async (tx, { name, pausedReason }, personId): Promise<Outcome<{ paused: boolean }>> => {
      const said = reason?.trim() ?? null;
      if (said === '') return refuse('ReasonMissing', '请写明为何暂停。');
      await pauseChannel(tx, name, said, { at: context.clock.now(), by: personId });
      await recordSetting(tx, {
        action: 'channelChanged',
        by: personId,
        target: { kind: 'channel', id: channelId },
        details: { change: said === null ? 'resumed' : 'paused' },
        before: { pausedReason },
        after: { pausedReason: said },
      });
      return { ok: true, value: { paused: said !== null } };
    },
  );

/** A letter of trial, in the queue like any other: what becomes of it stands in the list of letters. */
export const sendTrialLetter = (
  context: EngineContext,
  by: Administering,
  { channelId, address, idempotencyKey }: { channelId: string; address: string; idempotencyKey: string },
): Promise<Outcome<{ letterId: string }>> =>
  withChannel(context, by, channelId, async (tx, { kind, state }): Promise<Outcome<{ letterId: string }>> => {
    const isGroup = kind === 'wecom' || kind === 'dingtalk' || kind === 'feishu';
    const trouble = isGroup ? null : addressTrouble(kind, address.trim());
    if (trouble !== null) return refuse('InputInvalid', trouble, { field: 'address' });
    if (state === 'paused') return refuse('EventNotAllowed', '渠道已暂停，请先恢复再试发。');
    const letterId = identifierOf('letter', 'trial', channelId, idempotencyKey);
    await insertOwnLetter(tx, {
      id: letterId,
      purpose: 'trial',
      channelId,
      contactId: null,
      address: isGroup ? '' : address.trim(),
      title: '落实系统发送测试',
      body: '这是一条测试消息，收到即表示该渠道可用，无需办理。',
      createdAt: context.clock.now(),
    });
    return { ok: true, value: { letterId } };
  });

/** Gives a text message gateway, or a mail server for what comes back, a secret address to report at. Returns the secret: it is kept nowhere. */
export const renewReceiptAddress = (
  context: EngineContext,
  by: Administering,
  channelId: string,
): Promise<Outcome<{ token: string }>> =>
  withChannel(context, by, channelId, async (tx, { kind, settings }): Promise<Outcome<{ token: string }>> => {
    if (kind !== 'mail' && (kind !== 'sms' || settings['receipts'] === undefined))
      return refuse('EventNotAllowed', '只有邮件渠道和设置了 receipts（回执格式）的短信渠道才能接收回执。');
    const token = randomBytes(24).toString('base64url');
    await putReceiptAddress(tx, channelId, hashOfLink(token));
    await recordSetting(tx, {
      action: 'channelChanged',
      target: { kind: 'channel', id: channelId },
      details: { change: 'receiptAddressRenewed' },
      after: { address: fingerprint(token) },
    });
    return { ok: true, value: { token } };
  });

/** Tries letters that were given up once more: one, or all of a channel. */
export const requeueLetters = (
  context: EngineContext,
  by: Administering,
  which: { letterId: string } | { channelId: string },
): Promise<Outcome<{ requeued: number }>> =>
  administered(context, by, async (tx): Promise<Outcome<{ requeued: number }>> => {
    const now = context.clock.now();
    const [table, id] = 'letterId' in which ? ['letter', which.letterId] : ['channel', which.channelId];
    const known = await tx.query(`select 1 from ${table} where id = $1`, [id]);
    if (known.length === 0) return refuse('SubjectNotFound', '找不到要重发的信件或渠道。');
    const requeued =
      'letterId' in which
        ? await requeueLetter(tx, which.letterId, now)
        : await requeueLettersOf(tx, which.channelId, now);
    if (requeued === 0 && 'letterId' in which)
      return refuse('EventNotAllowed', '只有已停止发送的信件可以重发；验证码请由本人重新获取。');
    return { ok: true, value: { requeued } };
  });

/** Records an address of a person as that of the directory: it is used at once, as the directory answers for it. */
export const recordContactOf = (
  context: EngineContext,
  by: Administering,
  contact: { personId: string; channelId: string; address: string },
): Promise<Outcome<{ id: string }>> =>
  withChannel(
    context,
    by,
    contact.channelId,
    async (tx, { id: channelId, kind }): Promise<Outcome<{ id: string }>> => {
      const { personId } = contact;
      const address = contact.address.trim();
      const trouble = addressTrouble(kind, address);
      if (trouble !== null) return refuse('InputInvalid', trouble, { field: 'address' });
      const [person] = await tx.query(
        'select 1 from person where jurisdiction_id = $1 and id = $2 and active',
        [tx.scope.jurisdictionId, personId],
      );
      if (person === undefined) return refuse('SubjectNotFound', '没有这个人，或账号已停用。');
      const id = identifierOf('contact', channelId, personId, address);
      await putContact(tx, {
        id,
        channelId,
        personId,
        unitId: null,
        address,
        wants: 'everything',
        anyHour: false,
        createdAt: context.clock.now(),
      });
      await recordSetting(tx, {
        action: 'contactRecorded',
        personIds: [personId],
        target: { kind: 'channel', id: channelId },
        details: { contactId: id },
        after: { address },
      });
      return { ok: true, value: { id } };
    },
  );

/** Takes an address of a person back; what was on its way there is not sent any more. */
export const takeBackContactOf = (
  context: EngineContext,
  by: Administering,
  { personId, contactId }: { personId: string; contactId: string },
): Promise<Outcome<{ id: string }>> =>
  administered(context, by, async (tx): Promise<Outcome<{ id: string }>> => {
    if ((await lockContact(tx, contactId, personId)) === null)
      return refuse('SubjectNotFound', '没有这个接收地址，或已停用。');
    await takeBackContact(tx, contactId);
    await giveUpLettersTo(tx, contactId, '接收地址已停用');
    await recordSetting(tx, {
      action: 'contactTakenBack',
      personIds: [personId],
      details: { contactId },
    });
    return { ok: true, value: { id: contactId } };
  });
