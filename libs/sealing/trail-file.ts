import { z } from 'zod';
import type { Seal } from './seal-statement.js';
import type { SealedLines, SealedTrail, TrailSource } from './sealed-trail.js';

/** A trail as a file: JSON lines, in this order, so that it can be checked in one reading, wherever it is. */
const FORMAT = 'luoshi.trail/2';
/** Without the chains of those who act. */
const BEFORE = 'luoshi.trail/1';

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const subjectKind = z.enum(['task', 'obligation', 'reportingLine']);
const headSchema = z.object({
  format: z.enum([FORMAT, BEFORE]),
  jurisdictionId: z.string(),
  exportedAt: z.string(),
});
export const sealSchema = z.object({
  jurisdictionId: z.string(),
  number: z.int(),
  sealedAt: z.string(),
  previousHash: hash,
  root: hash,
  leaves: z.int(),
  hash,
  publicKey: z.string(),
  signature: z.string(),
  history: hash.nullable().default(null),
});
export const eventSchema = z.object({
  seq: z.int(),
  type: z.string(),
  payload: z.unknown(),
  at: z.string(),
  actorId: z.string().nullable(),
  unitId: z.string().nullable(),
  idempotencyKey: z.string(),
  prevHash: hash,
  hash,
});
const trailSchema = z.object({
  subjectKind,
  subjectId: z.string(),
  head: z.object({ version: z.int(), headHash: hash }).nullable(),
  events: z.array(eventSchema),
  leaves: z.array(z.object({ seq: z.int(), hash, number: z.int() })),
});
export const lineSchema = z.object({
  seq: z.int(),
  kind: z.enum([
    'account',
    'configuration',
    'export',
    'read',
    'retention',
    'evidence',
    'product',
    'cascade',
    'filing',
  ]),
  action: z.string(),
  at: z.string(),
  actorId: z.string().nullable(),
  onBehalfOf: z.string().nullable(),
  via: z.enum(['page', 'token', 'command', 'system', 'open']),
  sessionId: z.string().nullable(),
  tokenId: z.string().nullable(),
  unitId: z.string().nullable(),
  targetKind: z.string().nullable(),
  targetId: z.string().nullable(),
  personIds: z.array(z.string()),
  details: z.unknown(),
  commitment: hash.nullable(),
  prevHash: hash,
  hash,
});
const leavesSchema = z.array(z.object({ seq: z.int(), hash, number: z.int() }));
const actorSchema = z.object({
  chainId: z.string(),
  head: z.object({ version: z.int(), headHash: hash }).nullable(),
  lines: z.array(lineSchema),
  leaves: leavesSchema,
});
const endSchema = z.object({
  seals: z.int(),
  subjects: z.int(),
  events: z.int(),
  actors: z.int().default(0),
  lines: z.int().default(0),
});
const rowSchema = z.union([
  z.object({ trail: trailSchema }),
  z.object({ actor: actorSchema }),
  z.object({ seal: sealSchema }),
  z.object({ head: headSchema }),
  z.object({ end: endSchema }),
]);

/** The lines of a file, each with its end. */
export async function* trailLines(source: TrailSource, exportedAt: string): AsyncGenerator<string> {
  const line = (value: z.input<typeof rowSchema>): string => `${JSON.stringify(value)}\n`;
  const end = { seals: 0, subjects: 0, events: 0, actors: 0, lines: 0 };
  yield line({ head: { format: FORMAT, jurisdictionId: source.jurisdictionId, exportedAt } });
  for (const seal of await source.seals()) {
    end.seals += 1;
    yield line({ seal });
  }
  for await (const { subjectKind: kind, subjectId, head, events, leaves } of source.trails()) {
    end.subjects += 1;
    end.events += events.length;
    yield line({ trail: { subjectKind: kind, subjectId, head, events, leaves } });
  }
  // Without the personal parts: their commitments are enough to follow the chain.
  for await (const { chainId, head, lines, leaves } of source.actors()) {
    end.actors += 1;
    end.lines += lines.length;
    yield line({
      actor: {
        chainId,
        head,
        lines: lines.map((each) => ({ ...each, personIds: [...each.personIds] })),
        leaves,
      },
    });
  }
  yield line({ end });
}

/** What is wrong with a file as a file; what is wrong with the trail in it is for `verifyTrail` to say. */
export class TrailFileError extends Error {
  override readonly name = 'TrailFileError';
  constructor(
    /** From 1. */
    readonly line: number,
    readonly reason: 'notTrail' | 'damaged' | 'cutOff',
  ) {
    super(`line ${String(line)}: ${reason}`);
  }
}

/**
 * Reads a file as a trail, line by line. The head and the seals are read at once, the rest as it is asked for.
 *
 * @throws TrailFileError at the first line that is none of ours, or where the end is missing
 */
export async function trailOfFile(lines: AsyncIterable<string>): Promise<TrailSource> {
  const seals: Seal[] = [];
  let at = 0;
  const rest = lines[Symbol.asyncIterator]();
  const next = async (): Promise<z.output<typeof rowSchema>> => {
    at += 1;
    const line = await rest.next();
    if (line.done === true) throw new TrailFileError(at, at === 1 ? 'notTrail' : 'cutOff');
    let parsed: unknown;
    try {
      parsed = JSON.parse(line.value);
    } catch {
      throw new TrailFileError(at, at === 1 ? 'notTrail' : 'damaged');
    }
    const { success, data } = rowSchema.safeParse(parsed);
    if (!success) throw new TrailFileError(at, at === 1 ? 'notTrail' : 'damaged');
    return data;
  };
  const first = await next();
  if (!('head' in first)) throw new TrailFileError(1, 'notTrail');
  const { jurisdictionId } = first.head;
  let line = await next();
  for (; 'seal' in line; line = await next()) seals.push(line.seal);

  let counted = { subjects: 0, events: 0 };
  async function* trails(): AsyncGenerator<SealedTrail> {
    let [subjects, events] = [0, 0];
    for (; 'trail' in line; line = await next()) {
      subjects += 1;
      events += line.trail.events.length;
      yield { ...line.trail, jurisdictionId, events: line.trail.events };
    }
    counted = { subjects, events };
  }
  async function* actors(): AsyncGenerator<SealedLines> {
    let [chains, written] = [0, 0];
    for (; 'actor' in line; line = await next()) {
      chains += 1;
      written += line.actor.lines.length;
      yield { ...line.actor, jurisdictionId, personal: null };
    }
    if (!('end' in line)) throw new TrailFileError(at, 'damaged');
    const { end } = line;
    const found = { seals: seals.length, ...counted, actors: chains, lines: written };
    for (const [key, count] of Object.entries(found))
      if (end[key as keyof typeof end] !== count) throw new TrailFileError(at, 'damaged');
  }
  return { jurisdictionId, seals: () => Promise.resolve(seals), trails, actors };
}
