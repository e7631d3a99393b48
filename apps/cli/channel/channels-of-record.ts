import { identifierOf } from '#accountability';
import { openChannel } from '#courier';
import { fingerprint, recordSetting, seenAtMachine } from '#engine';
import {
  channels,
  contacts,
  lettersIn,
  pauseChannel,
  putChannel,
  putContact,
  requeueLetter,
  type ChannelRead,
  type ContactRead,
  type LetterRead,
  type Transaction,
} from '#persistence';
import { randomUUID } from 'node:crypto';
import { CliError } from '../cli-error.js';
import { decodeText } from '#plan';
import { invalidFile } from '../district/invalid-file.js';
import { readGivenFile } from '../plan/read-file.js';
import { outsideWorld } from '../system/outside-world.js';
import { readEnvironment, withOptions } from '../system/read-environment.js';
import { withUnits, type UnitsAtHand, type UnitsOptions } from '../units/units-of-record.js';
import { readChannelsFile, type ChannelsFile } from './channels-file.js';

/**
 * Puts the channels and contacts of a file into the record, all of them or none. @throws CliError FILE_UNREADABLE,
 * FILE_INVALID, REFUSED
 */
export async function putChannels(
  file: string,
  options: UnitsOptions,
): Promise<{ channels: number; contacts: number }> {
  const read = readChannelsFile(decodeText(await readGivenFile(file)), process.env);
  if (!read.ok)
    throw invalidFile(
      file,
      read.problems.map((problem) => `${file}:${problem}`),
    );
  const { config } = readEnvironment();
  const { box } = await outsideWorld(withOptions(config, options));
  return withUnits(options, async (units) => {
    const { tx, at } = units;
    const former = new Map((await channels(tx)).map((channel) => [channel.name, channel]));
    for (const { name, kind, settings, secret } of read.value.channels) {
      const was = former.get(name);
      const id = identifierOf('channel', tx.scope.jurisdictionId, name);
      await recordSetting(tx, {
        action: 'channelChanged',
        target: { kind: 'channel', id: was?.id ?? id },
        details: { change: was === undefined ? 'added' : 'changed', kind },
        before: was === undefined ? null : { kind: was.kind, name, settings: was.settings },
        after: {
          kind,
          name,
          settings,
          secret: secret === undefined ? null : fingerprint(JSON.stringify(secret)),
        },
      });
      await putChannel(tx, {
        id,
        kind,
        name,
        settings,
        sealedSecret: secret === undefined ? null : box.seal(secret),
        createdAt: at,
      });
    }
    const known = new Map((await channels(tx)).map(({ name, id }) => [name, id]));
    for (const contact of read.value.contacts) await putOne(units, known, contact);
    return { channels: read.value.channels.length, contacts: read.value.contacts.length };
  });
}

async function putOne(
  { tx, at, idOf }: UnitsAtHand,
  known: ReadonlyMap<string, string>,
  { channel, person, unit, address, wants, anyHour }: ChannelsFile['contacts'][number],
): Promise<void> {
  const channelId = known.get(channel);
  if (channelId === undefined)
    throw new CliError('REFUSED', `没有名为“${channel}”的渠道；请先在 channels 中写明。`);
  const personId = person === undefined ? null : await personNamed(tx, person);
  const unitId = unit === undefined ? null : idOf(unit);
  const id = identifierOf('contact', channelId, personId ?? unitId ?? '', address);
  await putContact(tx, { id, channelId, personId, unitId, address, wants, anyHour, createdAt: at });
  await recordSetting(tx, {
    action: 'contactRecorded',
    personIds: personId === null ? [] : [personId],
    target: { kind: 'channel', id: channelId },
    details: { contactId: id, unitId, wants, anyHour },
    after: { address },
  });
}

async function personNamed(tx: Transaction, username: string): Promise<string> {
  const [row] = await tx.query<{ id: string }>(
    'select id from person where jurisdiction_id = $1 and username = $2 and active',
    [tx.scope.jurisdictionId, username],
  );
  if (row) return row.id;
  throw new CliError('REFUSED', `没有登录名为“${username}”的在用账号。`);
}

export interface ListedChannels {
  channels: Omit<ChannelRead, 'sealedSecret'>[];
  contacts: ContactRead[];
}

/** Secrets are not among what is listed. */
export const listChannels = (options: UnitsOptions): Promise<ListedChannels> =>
  withUnits(options, async ({ tx }) => {
    const listed = await contacts(tx);
    await seenAtMachine(tx, 'channel list', { details: { contacts: listed.length } });
    return {
      channels: (await channels(tx)).map(({ sealedSecret: _, ...shown }) => shown),
      contacts: listed,
    };
  });

/** Null as reason: it goes on. @throws CliError REFUSED */
export const setPaused = (name: string, reason: string | null, options: UnitsOptions): Promise<void> =>
  withUnits(options, async ({ tx, at }) => {
    const was = (await channels(tx)).find((one) => one.name === name);
    if (was === undefined) throw new CliError('REFUSED', `没有名为“${name}”的渠道。`);
    await pauseChannel(tx, name, reason, { at, by: null });
    await recordSetting(tx, {
      action: 'channelChanged',
      target: { kind: 'channel', id: was.id },
      details: { change: reason === null ? 'resumed' : 'paused' },
      before: { pausedReason: was.pausedReason },
      after: { pausedReason: reason },
    });
  });

/** Sends a letter of trial now, past every queue. @throws CliError REFUSED, with what the peer said */
export async function tryChannel(name: string, address: string, options: UnitsOptions): Promise<void> {
  const { config } = readEnvironment();
  const world = await outsideWorld(withOptions(config, options));
  const row = await withUnits(options, async ({ tx }) =>
    (await channels(tx)).find((one) => one.name === name),
  );
  if (row === undefined) throw new CliError('REFUSED', `没有名为“${name}”的渠道。`);
  const channel = openChannel(row, world);
  const attempt = await channel.send(
    {
      idempotencyKey: randomUUID(),
      title: '落实系统发送测试',
      body: '这是一条测试消息，收到即表示该渠道可用，无需办理。',
      link: null,
      again: false,
    },
    address,
  );
  await channel.close();
  if (attempt.state !== 'sent') throw new CliError('REFUSED', `没有发出：${attempt.reason}`);
}

const LISTED_AT_MOST = 500;

export const listLetters = (states: readonly string[], options: UnitsOptions): Promise<LetterRead[]> =>
  withUnits(options, async ({ tx }) => {
    const listed = await lettersIn(tx, states, LISTED_AT_MOST);
    await seenAtMachine(tx, 'letters list', { details: { letters: listed.length } });
    return listed;
  });

/** Tries letters that failed for good once more: the one of that id, or all. Returns how many. */
export const requeueLetters = (id: string | undefined, options: UnitsOptions): Promise<number> =>
  withUnits(options, async ({ tx, at }) => {
    const ids =
      id === undefined ? (await lettersIn(tx, ['failedForGood'], LISTED_AT_MOST)).map((one) => one.id) : [id];
    let count = 0;
    for (const one of ids) count += await requeueLetter(tx, one, at);
    return count;
  });
