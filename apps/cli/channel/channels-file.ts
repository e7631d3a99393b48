import { CHANNEL_SETTINGS, ROBOTS } from '#courier';
import { readDataFile, type FoundProblem } from '#data-file';
import type { ChannelKind } from '#persistence';
import { z } from 'zod';

const KINDS = Object.keys(CHANNEL_SETTINGS) as [ChannelKind, ...ChannelKind[]];

function channelOf(kind: ChannelKind) {
  const { settings, secret }: { settings: z.ZodType; secret: z.ZodType } = CHANNEL_SETTINGS[kind];
  return z
    .object({
      kind: z.literal(kind),
      name: z.string().min(1).max(40),
      settings: settings.prefault({}),
      /** Left out: what was kept before stays. */
      secret: secret.optional(),
    })
    .strict();
}

const [firstKind, ...otherKinds] = KINDS;

const fileSchema = z
  .object({
    schema: z.literal('luoshi.channels/1'),
    channels: z
      .array(z.discriminatedUnion('kind', [channelOf(firstKind), ...otherKinds.map(channelOf)]))
      .default([]),
    contacts: z
      .array(
        z
          .object({
            channel: z.string().min(1),
            /** The sign-in name of a person … */
            person: z.string().min(1).optional(),
            /** … or the name of a unit, whose group it is. */
            unit: z.string().min(1).optional(),
            address: z.string().max(500).default(''),
            wants: z.enum(['everything', 'notices']).default('everything'),
            anyHour: z.boolean().default(false),
          })
          .strict(),
      )
      .default([]),
  })
  .strict();

type Contacts = z.output<typeof fileSchema>['contacts'];

export interface ChannelsFile {
  channels: {
    name: string;
    kind: ChannelKind;
    settings: Record<string, unknown>;
    secret?: Record<string, unknown>;
  }[];
  contacts: Contacts;
}

/**
 * Reads a file of channels and contacts. In secrets, `${NAME}` stands for a variable of the environment, so that the
 * file itself need not be secret. Problems come as `line:column message`.
 */
export function readChannelsFile(
  text: string,
  env: Readonly<Record<string, string | undefined>>,
): { ok: true; value: ChannelsFile } | { ok: false; problems: string[] } {
  const missing = new Set<string>();
  const read = readDataFile(fileSchema, text, (value) => problemsOf(value as unknown as ChannelsFile));
  if (!read.ok)
    return {
      ok: false,
      problems: read.problems.map(({ line, column, message }) => `${line}:${column} ${message}`),
    };
  const { channels: found, contacts } = read.value as unknown as ChannelsFile;
  const channels = found.map(({ secret, ...channel }) =>
    secret === undefined ? channel : { ...channel, secret: filled(secret, env, missing) },
  );
  if (missing.size > 0)
    return { ok: false, problems: [`环境变量 ${[...missing].join('、')} 没有设置，口令无从填入。`] };
  return { ok: true, value: { channels: channels as ChannelsFile['channels'], contacts } };
}

/** What a channel of a kind may be told, and that contacts name what is there. */
function problemsOf({ channels, contacts }: ChannelsFile): FoundProblem[] {
  const problems: FoundProblem[] = [];
  channels.forEach(({ name }, index) => {
    if (channels.findIndex((one) => one.name === name) < index)
      problems.push({ path: ['channels', index, 'name'], message: '渠道名称重复' });
  });
  const kindOf = new Map(channels.map(({ name, kind }) => [name, kind]));
  contacts.forEach(({ channel, person, unit, address }, index) => {
    const at = (field: string): (string | number)[] => ['contacts', index, field];
    if ((person === undefined) === (unit === undefined))
      problems.push({
        path: ['contacts', index],
        message: '请写明 person（登录名）或 unit（单位），二者取一',
      });
    const kind = kindOf.get(channel);
    if (kind !== undefined && ROBOTS.includes(kind) === (address !== ''))
      problems.push({
        path: at('address'),
        message: ROBOTS.includes(kind)
          ? '群机器人的地址写在渠道里，这里不填'
          : '请填写地址（邮箱、手机号或网址）',
      });
    if (kind === 'mail' && !/^[^\s@,;<>]+@[^\s@,;<>]+$/u.test(address))
      problems.push({ path: at('address'), message: '邮箱地址格式不对' });
  });
  return problems;
}

function filled(
  value: unknown,
  env: Readonly<Record<string, string | undefined>>,
  missing: Set<string>,
): unknown {
  if (typeof value === 'string')
    return value.replace(/\$\{(\w+)\}/gu, (_, name: string) => {
      const found = env[name];
      if (found === undefined) missing.add(name);
      return found ?? '';
    });
  if (Array.isArray(value)) return value.map((one) => filled(one, env, missing));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, filled(one, env, missing)]));
}
