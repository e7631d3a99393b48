import { ROLES, type Role } from '#accountability';
import { asOwner } from '#testing';
import type { Authorisation } from './authorisation.js';
import type { Operation } from './operations.js';
import type { PopulatedWorld } from './populated-world.js';
import type { RawAnswer, RawRequest } from './raw-client.js';
import { sampleOf, type Components } from './schema-value.js';
import { KINDS, WHOSE, type KindName, type Things, type Whose } from './things.js';

export interface Case {
  operation: Operation;
  entry: Authorisation;
  role: Role;
  whose: Whose;
}

const NOWHERE = '00000000-0000-4000-8000-00000000dead';
/** Roles that see of tasks, reports and notices what is their unit's. */
const OF_UNIT: readonly Role[] = ['leadUnitHead', 'liaison', 'supportUnitLiaison'];

/** What there is to ask about an operation: the things that its address can name. */
export function casesOf(operation: Operation, entry: Authorisation): Case[] {
  const kind = entry.of;
  const targets = WHOSE.filter(
    (whose) =>
      whose === 'own' || (kind !== undefined && (whose === 'otherJurisdiction' || 'unit' in KINDS[kind])),
  );
  return ROLES.flatMap((role) => targets.map((whose) => ({ operation, entry, role, whose })));
}

/** Whether the table lets this in. */
export function isLetIn({ entry, role, whose }: Case): boolean {
  if (whose === 'otherJurisdiction' || !Array.isArray(entry.may)) return false;
  const reached = whose === 'own' || entry.otherUnit === 'seen' || !OF_UNIT.includes(role);
  return reached && (entry.may as readonly Role[]).includes(role);
}

/** The request of a case: as its role would send it, complete and in good order. */
export async function requestOf(
  world: PopulatedWorld,
  things: Things,
  components: Components,
  { operation, entry, role, whose }: Case,
): Promise<RawRequest> {
  const of = things[whose];
  const word = (name: string): string => {
    const given = entry.params?.[name];
    if (typeof given === 'string') return encodeURIComponent(given);
    const kind = given?.thing ?? entry.of;
    return (kind && (of[kind] ?? things.own[kind])) ?? NOWHERE;
  };
  const id = entry.of && of[entry.of];
  const path = operation.path.replace(/\{(\w+)\}/g, (_all, name: string) =>
    name === 'id' ? (id ?? NOWHERE) : word(name),
  );
  const [media, schema] = Object.entries(operation.bodies)[0] ?? [];
  const json = media === 'application/json';
  const body = json
    ? JSON.stringify(
        (await entry.body?.(of, { role, versionOf: (task) => numberOf(world, 'task', task) })) ??
          (schema && sampleOf(schema, components, idIn(of))),
      )
    : media && 'x';
  return {
    method: operation.method,
    path: path + (entry.query ?? ''),
    headers: {
      ...(media === undefined ? {} : { 'Content-Type': media }),
      ...(operation.conditional ? { 'If-Match': await tagOf(world, role, entry.of, id, path) } : {}),
    },
    body,
    as: world.cast[role],
  };
}

/** Ids in a body: of the things that the members are named after. */
const idIn =
  (of: Things['own']) =>
  (name: string): string => {
    const kind = name.replace(/Ids?$/, '') as KindName;
    return of[kind] ?? of.task ?? NOWHERE;
  };

/** Who sees everything of the kind, and so its tag. */
const TAGS_SHOWN_TO: Partial<Record<KindName, Role>> = {
  duty: 'headquartersOffice',
  sitting: 'headquartersOffice',
  person: 'administrator',
};

/** The ETag of the thing as it is now. */
async function tagOf(
  world: PopulatedWorld,
  role: Role,
  kind: KindName | undefined,
  id: string | undefined,
  path: string,
): Promise<string> {
  const settings = /^\/api\/v1\/(?:my-messages|webhooks|unit-directory\/[^/]+)/.exec(path)?.[0];
  if (settings !== undefined) return tagOfContent(world, settings, role, id);
  if (kind === undefined || id === undefined) return '"0"';
  const { table } = KINDS[kind];
  const draft = /\/tasks\/([0-9a-f-]{36})/.exec(path)?.[1];
  if (kind === 'planReview' && draft !== undefined) return versionOf(world, 'draft_task', draft);
  if (kind === 'obligation' || kind === 'submittedReport' || kind === 'planReview')
    return versionOf(world, table, id);
  const office = TAGS_SHOWN_TO[kind] ?? 'supervisor';
  const shown = path.slice(0, path.indexOf(id) + id.length);
  const { headers } = await world.client.send({ method: 'GET', path: shown, as: world.cast[office] });
  const tag = headers['etag'];
  // A refusal has a tag of its words.
  return typeof tag === 'string' && /^"\d+"$/.test(tag) ? tag : '"0"';
}

/** Of settings the tag stands in what is shown. */
async function tagOfContent(
  { client, cast }: PopulatedWorld,
  path: string,
  role: Role,
  id: string | undefined,
): Promise<string> {
  const as = cast[path.endsWith('my-messages') ? role : 'administrator'];
  const { text } = await client.send({ method: 'GET', path, as });
  const shown = JSON.parse(text) as { etag?: string; items?: { id: string; etag?: string }[] };
  const tag = shown.etag ?? shown.items?.find((item) => item.id === id)?.etag;
  return tag === undefined ? `"${'A'.repeat(22)}"` : tag.startsWith('"') ? tag : `"${tag}"`;
}

const versionOf = async (world: PopulatedWorld, table: string, id: string): Promise<string> =>
  `"${await numberOf(world, table, id)}"`;

async function numberOf(world: PopulatedWorld, table: string, id: string): Promise<number> {
  const { rows } = await asOwner(world.db.ownerUrl, (owner) =>
    owner.query<{ version: number }>(`select version from luoshi.${table} where id = $1`, [id]),
  );
  return rows[0]?.version ?? 0;
}

/** What an answer says about permission. */
export type Verdict =
  'let in' | 'refused' | 'not there' | 'not signed in' | 'the request is wrong' | 'broken';

/** Refusals with 403 for other reasons than the role: whoever gets them was let in. */
const OTHER_REASONS = new Set(['OwnReport', 'OwnSignOff', 'SamePerson', 'NotIndependent', 'PasswordRefused']);

export function verdictOf({ status, text }: RawAnswer): Verdict {
  if (status === 401) return 'not signed in';
  if (status === 403) return OTHER_REASONS.has(codeIn(text)) ? 'let in' : 'refused';
  if (status === 404 || codeIn(text) === 'UnitUnknown') return 'not there';
  if (status === 400) return 'the request is wrong';
  return status >= 500 && status !== 501 && status !== 503 ? 'broken' : 'let in';
}

export const codeIn = (text: string): string => /"code":"(\w+)"/.exec(text)?.[1] ?? '';
