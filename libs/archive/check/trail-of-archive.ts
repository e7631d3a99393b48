import { z } from 'zod';
import type { PersonalParts, StoredEvent, StoredLine } from '#persistence';
import {
  eventSchema,
  lineSchema,
  sealSchema,
  type SealedLines,
  type SealedTrail,
  type Seal,
  type TrailSource,
} from '#sealing';
import { damaged } from '../archive-error.js';
import { recordsFile } from '../archive-format.js';
import type { OpenedArchive } from '../reading/open-archive.js';
import { readRecords, type ArchivedRow } from '../reading/read-records.js';
import { InGroups } from './in-groups.js';

type Kind = SealedTrail['subjectKind'];
/** In the order in which events and leaves have them. */
const HEADS: readonly [Kind, string][] = [
  ['obligation', 'obligation'],
  ['reportingLine', 'reporting_line'],
  ['task', 'task'],
];

// What a hash looks like is for the chain to judge: one that is none breaks it, and does not make the file unreadable.
const text = z.string();
const sealRow = sealSchema.extend({
  previousHash: text,
  root: text,
  hash: text,
  history: text.nullable().default(null),
});
const eventRow = eventSchema.extend({ prevHash: text, hash: text });
const lineRow = lineSchema.extend({ prevHash: text, hash: text, commitment: text.nullable() });
const headSchema = z.object({ version: z.int(), headHash: z.string() });
const leafSchema = z.object({ seq: z.int(), hash: z.string(), number: z.int() });
const personalSchema = z.object({
  seq: z.int(),
  salt: z.string(),
  address: z.string().nullable().default(null),
  agent: z.string().nullable().default(null),
  before: z.unknown().default(null),
  after: z.unknown().default(null),
});

/** The chains and seals in an archive, to be followed like those of a record; all files are in order, so one reading does. */
export function trailOfArchive(archive: OpenedArchive): TrailSource {
  const { code: jurisdictionId } = archive.manifest.jurisdiction;
  const rows = (table: string): AsyncIterable<ArchivedRow> => {
    const entry = archive.manifest.records.find(({ file }) => file === recordsFile(table));
    if (entry === undefined) throw damaged(`缺少 ${recordsFile(table)}`);
    return readRecords(archive, entry);
  };
  return {
    jurisdictionId,
    seals: async () => {
      const seals: Seal[] = [];
      for await (const row of rows('seal')) seals.push(parsed(sealRow, { ...row, jurisdictionId }));
      return seals;
    },
    trails: () => subjects(jurisdictionId, rows),
    actors: () => chains(jurisdictionId, rows),
  };
}

type Rows = (table: string) => AsyncIterable<ArchivedRow>;
const subjectOf = (row: ArchivedRow): string => `${String(row['subjectKind'])}/${String(row['subjectId'])}`;

async function* subjects(jurisdictionId: string, rows: Rows): AsyncGenerator<SealedTrail> {
  const groups = new InGroups({
    heads: [
      headsOf(rows),
      ({ kind, row }: { kind: Kind; row: ArchivedRow }) => `${kind}/${String(row['id'])}`,
    ],
    events: [rows('event'), subjectOf],
    leaves: [leavesOf(rows, (kind) => kind !== 'actor'), subjectOf],
  });
  for await (const [key, { heads, events, leaves }] of groups.read()) {
    const [head] = heads;
    const known = head === undefined ? null : parsed(headSchema, head.row);
    if (events.length === 0 && leaves.length === 0 && (known?.version ?? 0) === 0) continue;
    const [subjectKind = '', subjectId = ''] = key.split('/');
    yield {
      jurisdictionId,
      subjectKind: subjectKind as Kind,
      subjectId,
      head: known,
      events: events.map((row): StoredEvent => ({
        ...parsed(eventRow, nulls(row, ['actorId', 'unitId'])),
      })),
      leaves: leaves.map((row) => parsed(leafSchema, row)),
    };
  }
}

async function* headsOf(rows: Rows): AsyncGenerator<{ kind: Kind; row: ArchivedRow }> {
  for (const [kind, table] of HEADS) for await (const row of rows(table)) yield { kind, row };
}

async function* leavesOf(rows: Rows, wanted: (kind: unknown) => boolean): AsyncGenerator<ArchivedRow> {
  for await (const row of rows('seal_leaf')) if (wanted(row['subjectKind'])) yield row;
}

const OPTIONAL = [
  'actorId',
  'onBehalfOf',
  'sessionId',
  'tokenId',
  'unitId',
  'targetKind',
  'targetId',
  'commitment',
];

async function* chains(jurisdictionId: string, rows: Rows): AsyncGenerator<SealedLines> {
  const chainOf = (row: ArchivedRow): string => String(row['chainId']);
  const groups = new InGroups({
    heads: [rows('trail_chain'), (row: ArchivedRow) => String(row['id'])],
    lines: [rows('trail_line'), chainOf],
    personal: [rows('trail_personal'), chainOf],
    leaves: [leavesOf(rows, (kind) => kind === 'actor'), (row: ArchivedRow) => String(row['subjectId'])],
  });
  for await (const [chainId, { heads, lines, personal, leaves }] of groups.read()) {
    const [head] = heads;
    yield {
      jurisdictionId,
      chainId,
      head: head === undefined ? null : parsed(headSchema, head),
      lines: lines.map((row): StoredLine => ({ ...parsed(lineRow, nulls(row, OPTIONAL)) })),
      personal: personalOf(personal),
      leaves: leaves.map((row) => parsed(leafSchema, row)),
    };
  }
}

const personalOf = (rows: readonly ArchivedRow[]): PersonalParts =>
  new Map(rows.map((row) => parsed(personalSchema, row)).map(({ seq, ...part }) => [seq, part]));

/** What is absent in an archive is null where chains are followed. */
const nulls = (row: ArchivedRow, names: readonly string[]): ArchivedRow => ({
  ...Object.fromEntries(names.map((name) => [name, null])),
  ...row,
});

function parsed<T>(schema: z.ZodType<T>, value: unknown): T {
  const { success, data, error } = schema.safeParse(value);
  if (success) return data;
  throw damaged('留痕的内容不合规定', error);
}
