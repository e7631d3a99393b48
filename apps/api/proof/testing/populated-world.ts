import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Actor } from '#accountability';
import { ledgerOf, productIdOf, putInForce, type Engine } from '#engine';
import { folderStore } from '#evidence';
import { hashPassword } from '#identity';
import type { Transaction } from '#persistence';
import { parseScheme } from '#scoring';
import {
  asOwner,
  createTestDatabase,
  insertDistrict,
  manualClock,
  seedText,
  type District,
  type ManualClock,
  type TestDatabase,
  told,
} from '#testing';
import type { ApiDependencies, LedgerWriter } from '../../api-dependencies.js';
import { DEFAULT_WIRE_LIMITS } from '../../limits/limited-adapter.js';
import { startApi, type ApiUnderTest } from '../../testing/api-under-test.js';
import { JURISDICTION, PLAN, TASKS, UNITS } from '../../testing/district.js';
import { personId } from '../../testing/people.js';
import { markDistrict } from './mark-district.js';
import { insertCast, signInCast, type Cast } from './proof-people.js';
import { RawClient } from './raw-client.js';

export const PROOF_PASSWORD = '青山不墨千秋画-2024';
const BEGUN = '2024-04-12T01:00:00.000Z';
const UNLIMITED = {
  ofPersonPerMinute: 1e9,
  fromAddressPerMinute: 1e9,
  refusedSignInsPerTenMinutes: 1e9,
};
/** As in service, but that nobody waits long for who is slow: ten seconds are ages on one machine. */
const IMPATIENT = {
  ...DEFAULT_WIRE_LIMITS,
  ...{ headersWithinMs: 8_000, requestWithinMs: 10_000, checkedEveryMs: 500 },
};
const PLAN_TEXT = `武陵源区人民政府办公室关于印发《2024年绿色村庄行动方案》的通知
武政办发〔2024〕9号
武陵源区人民政府办公室
2024年4月8日
2024年绿色村庄行动方案
一、重点任务
1.种好行道树。6月底前栽种行道树500株。（区林业局牵头，区农业农村局配合）
`;

/** A district in the middle of its life, with one person of every role signed in; beside it another, every text marked. */
export interface PopulatedWorld {
  db: TestDatabase;
  api: ApiUnderTest;
  clock: ManualClock;
  client: RawClient;
  cast: Cast;
  foreign: District;
  /** What the server wrote into its log as an error. */
  errors: string[];
  /** Where uploaded files are kept. */
  filesFolder: string;
  /** Everybody is signed in, whatever a request did to their session. */
  signInAgain(): Promise<void>;
  stop(): Promise<void>;
}

/** @param more further parts of the API, such as the pages */
export async function populatedWorld(more: Partial<ApiDependencies> = {}): Promise<PopulatedWorld> {
  const db = await createTestDatabase();
  const clock = manualClock(BEGUN);
  const errors: string[] = [];
  const log = {
    info: () => undefined,
    error: (message: string, detail?: object) => void errors.push(`${message} ${JSON.stringify(detail)}`),
  };
  const folder = mkdtempSync(join(tmpdir(), 'luoshi-proof-'));
  const files = { store: folderStore(folder), scanner: null };
  const late: { engine?: Engine } = {};
  const ledger: LedgerWriter = (wanted) =>
    late.engine === undefined ? Promise.resolve(null) : ledgerOf(late.engine.context, wanted);
  const api = await startApi(db.database, clock, {
    config: { limits: UNLIMITED, wire: IMPATIENT },
    more: { log, ledger, files, ...more },
  });
  late.engine = api.engine;
  const client = new RawClient(api.url);
  const within = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> =>
    db.database.transaction({ jurisdictionId: JURISDICTION }, work);
  const hash = await hashPassword(PROOF_PASSWORD);
  const cast = await within((tx) => insertCast(tx, hash, BEGUN));
  const signInAgain = (): Promise<void> =>
    within((tx) => signInCast(tx, cast, clock.now(), '2025-12-31T00:00:00.000Z'));
  await signInAgain();
  const world = { db, api, clock, client, cast, errors, signInAgain };
  await live(world);
  const foreign = await asOwner(db.ownerUrl, async (owner) => {
    const district = await insertDistrict(owner, '430812');
    const marked = await markDistrict(owner, district.id);
    if (marked < 100) throw new Error(`only ${marked} columns of the other jurisdiction bear the mark`);
    return district;
  });
  await signInAgain();
  return {
    ...world,
    foreign,
    filesFolder: folder,
    stop: async () => {
      client.close();
      await api.stop();
      await db.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

type Living = Omit<PopulatedWorld, 'foreign' | 'filesFolder' | 'stop'>;

/** Two weeks: tasks go out and are signed for, both units are silent until their cards are drafted, one then reports. */
async function live(world: Living): Promise<void> {
  const { cast } = world;
  for (const { id } of Object.values(TASKS)) {
    await act(world, cast.headquartersOffice.actor, id, 'confirm');
    await act(world, cast.headquartersOffice.actor, id, 'dispatch');
  }
  await act(world, cast.liaison.actor, TASKS['A1-01'].id, 'sign');
  for (const code of ['A1-02', 'A1-03'] as const) await act(world, FORESTRY, TASKS[code].id, 'sign');
  await until(world, '2024-04-26T02:00:00.000Z');
  await file(world, '2024-04 下旬');
  await leaveThings(world);
}

/** What people leave behind besides: a subscription, a draw, a verification, a plan in review, an address. */
async function leaveThings({ client, cast, db, clock, signInAgain }: Living): Promise<void> {
  await signInAgain();
  const made = [
    await client.change('POST', '/api/v1/webhooks', cast.administrator, {
      name: '指挥大屏',
      url: 'https://oa.example.gov.cn/hook',
      eventTypes: ['*'],
      unitId: UNITS.farming.id,
    }),
    await client.change('POST', `/api/v1/plans/${PLAN.id}/draws`, cast.supervisor, { count: 1 }),
    ...(await Promise.all(
      (['farming', 'forestry'] as const).map((unit) =>
        client.change('POST', '/api/v1/verifications', cast.supervisor, {
          taskId: TASKS[unit === 'farming' ? 'A1-01' : 'A1-03'].id,
          unitId: UNITS[unit].id,
          reason: '现场核实',
        }),
      ),
    )),
    await client.send({
      method: 'POST',
      path: `/api/v1/plan-reviews?fileName=${encodeURIComponent('方案.txt')}`,
      headers: { 'Content-Type': 'application/octet-stream' },
      body: Buffer.from(PLAN_TEXT),
      as: cast.headquartersOffice,
    }),
    await client.send({
      method: 'POST',
      path: `/api/v1/tasks/${TASKS['A1-01'].id}/evidence?name=${encodeURIComponent('佐证.txt')}`,
      headers: { 'Content-Type': 'application/octet-stream' },
      body: Buffer.from('现场照片说明'),
      as: cast.liaison,
    }),
  ];
  for (const { status, text } of made) if (status !== 201 && status !== 200) throw new Error(text);
  await db.database.transaction({ jurisdictionId: JURISDICTION }, (tx) =>
    told(tx, async () => {
      await insertAddresses(tx, cast, clock.now());
      await insertProducts(tx, cast, clock.now());
      await insertAssessment(tx, clock.now());
    }),
  );
}

/** A publication that went out to both units, and a brief that is still a draft. */
async function insertProducts(tx: Transaction, cast: Cast, at: string): Promise<void> {
  const document = {
    ...{
      form: 'document',
      issuersMark: '指挥部办公室',
      number: null,
      title: '公示',
      addressees: [],
      annexes: [],
    },
    body: [{ kind: 'paragraph', line: [{ kind: 'text', text: '现予公示。' }] }],
    ...{ signature: { issuers: ['指挥部办公室'], date: '2024-04-26', sealed: true }, foot: null },
  };
  await tx.execute(
    `insert into product (jurisdiction_id, id, kind, plan_id, scope_kind, scope_id, period, edition, version, state, title,
       document, figures, figures_at, produced_at, issued_at)
     select $1, p.id, p.kind, $2, 'plan', $2, p.period, 1, 1, p.state, '公示', $3,
       '{"tasks.total":{"value":1,"printed":"1","of":[]}}', $4, $4, p.issued_at
     from (values ($5::uuid, 'publication', '2024-04', 'issued', $4::timestamptz),
       ($6::uuid, 'dispatchBrief', '2024-04 中旬', 'draft', null)) as p (id, kind, period, state, issued_at)`,
    [JURISDICTION, PLAN.id, JSON.stringify(document), at, PUBLICATION, BRIEF],
  );
  await tx.execute(
    `insert into product_file (jurisdiction_id, product_id, format, sha256, size, bytes) values ($1, $2, 'pdf', $3, 1, '0')`,
    [JURISDICTION, PUBLICATION, '0'.repeat(64)],
  );
  await tx.execute(
    `insert into notice_file (jurisdiction_id, notice_id, format, sha256, size, bytes, kept_at)
     select jurisdiction_id, id, 'pdf', $1, 1, '0', $2 from notice where state = 'issued'`,
    ['0'.repeat(64), at],
  );
  for (const { personId: id, unitId } of [cast.liaison.actor, FORESTRY])
    await tx.execute(
      `insert into product_delivery (jurisdiction_id, product_id, person_id, unit_id, message_id, delivered_at)
       values ($1, $2, $3, $4, $2, $5)`,
      [JURISDICTION, PUBLICATION, id, unitId, at],
    );
}

/** A preview of the plan's scores in April, and what the farming office says against it. */
async function insertAssessment(tx: Transaction, at: string): Promise<void> {
  const scheme = parseScheme(seedText('scoring/default.yaml'));
  if (!scheme.ok) throw new Error('the shipped scheme cannot be read');
  await putInForce(tx, { scheme: scheme.value, planId: null, reason: '试行', by: null, at });
  await tx.execute(
    `insert into assessment (jurisdiction_id, id, plan_id, period, edition, version, state, from_on, to_on, as_of, scheme_id,
       scheme_version, preview_hash, opened_at, objections_until)
     values ($1, $2, $3, '2024-04', 1, 1, 'preview', '2024-04-01', '2024-04-30', $4, 'default', 1, $5, $4, '2024-12-31T09:30:00Z')`,
    [JURISDICTION, ASSESSMENT, PLAN.id, at, '0'.repeat(64)],
  );
  const line = (id: string, label: string) => ({
    ...{ id, kind: 'item', section: '工作过程', label, marks: 15, points: 10, share: { met: 2, of: 3 } },
    ...{ nothing: null, grounds: 3 },
  });
  const lines = JSON.stringify([line('signing', '按时签收'), line('reporting', '按时报送')]);
  for (const { id, name } of [UNITS.farming, UNITS.forestry])
    await tx.execute(
      `insert into assessment_score (jurisdiction_id, assessment_id, unit_id, name, group_label, own, ranked, lines, preview_total, total)
       values ($1, $2, $3, $4, '区直部门', false, true, $5, 20, 20)`,
      [JURISDICTION, ASSESSMENT, id, name, lines],
    );
  await tx.execute(
    `insert into assessment_objection (jurisdiction_id, id, assessment_id, unit_id, line, statement, evidence, filed_at, state)
     values ($1, $2, $3, $4, 'reporting', '第二期已按时报送', '["报送回执"]', $5, 'open')`,
    [JURISDICTION, OBJECTION, ASSESSMENT, UNITS.farming.id, at],
  );
}

const ASSESSMENT = '40000000-0000-4000-8000-000000000021';
const OBJECTION = '40000000-0000-4000-8000-000000000022';
const PUBLICATION = '40000000-0000-4000-8000-000000000011';
/** As it is called when it is asked for: who asks again is given this one. */
const BRIEF = productIdOf(
  JURISDICTION,
  { kind: 'dispatchBrief', planId: PLAN.id, scopeKind: 'plan', scopeId: PLAN.id, period: '2024-04 中旬' },
  1,
);

/** An address that a letter was sent to. */
async function insertAddresses(tx: Transaction, cast: Cast, at: string): Promise<void> {
  const values = [JURISDICTION, CHANNEL, at];
  await tx.execute(
    `insert into channel (jurisdiction_id, id, kind, name, settings, state, created_at) values ($1, $2, 'mail', '邮件', '{}', 'on', $3)`,
    values,
  );
  await tx.execute(
    `insert into contact (jurisdiction_id, id, channel_id, person_id, wants, state, created_at)
     values ($1, $2, $2, $4, 'everything', 'inUse', $3)`,
    [...values, cast.liaison.personId],
  );
  await tx.execute(
    `insert into letter (jurisdiction_id, id, contact_id, channel_id, title, body, state, link_hash, created_at)
     values ($1, $2, $2, $2, '提醒', '', 'sent', 'link', $3)`,
    values,
  );
}

const CHANNEL = '40000000-0000-4000-8000-000000000001';
const FORESTRY: Actor = {
  personId: personId('forestry'),
  unitId: UNITS.forestry.id,
  roles: [{ role: 'liaison', scopeKind: 'unit', scopeId: UNITS.forestry.id }],
};

let acts = 0;

async function act({ api }: Living, actor: Actor, id: string, action: string): Promise<void> {
  const outcome = await api.engine.act({
    jurisdictionId: JURISDICTION,
    subject: { kind: 'task', id },
    action,
    input: {},
    actor,
    idempotencyKey: `world-${(acts += 1)}`,
  });
  if (!outcome.ok) throw new Error(`${action}: ${outcome.rejection.message}`);
}

/** The forestry office files all that it owes for a period. */
async function file({ api, db }: Living, period: string): Promise<void> {
  const owed = await db.database.transaction({ jurisdictionId: JURISDICTION }, (tx) =>
    tx.query<{ id: string; sitting_id: string }>(
      `select id, sitting_id from obligation where period = $1 and unit_id = $2 and kind = 'taskReport' and state = 'open'`,
      [period, UNITS.forestry.id],
    ),
  );
  const outcome = await api.engine.fileSitting({
    jurisdictionId: JURISDICTION,
    sittingId: owed[0]?.sitting_id ?? '',
    reports: owed.map(({ id }) => ({
      obligationId: id,
      progress: 20,
      noChange: false,
      done: '完成选址',
      problems: '',
      nextSteps: '',
      readings: [],
    })),
    actor: FORESTRY,
    idempotencyKey: `world-file-${period}`,
  });
  if (!outcome.ok) throw new Error(outcome.rejection.message);
}

/** Lets the time pass, with everything that happens by itself. */
export async function until({ api, clock }: Pick<Living, 'api' | 'clock'>, instant: string): Promise<void> {
  for (;;) {
    const next = await api.engine.nextInstant(JURISDICTION);
    if (next === null || next > instant) break;
    if (next > clock.now()) clock.set(next);
    await api.engine.sweep(JURISDICTION);
  }
  clock.set(instant);
  await api.engine.sweep(JURISDICTION);
}
