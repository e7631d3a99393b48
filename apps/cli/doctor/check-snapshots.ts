import {
  can,
  MACHINE_VERSION,
  policySchema,
  type Policy,
  type Snapshot,
  type SubjectKind,
} from '#accountability';
import type { Queryable } from '#persistence';
import { findingOf, type Finding } from '#engine';

/** So many rows are read at once. */
const BATCH = 2_000;

const TABLES: Record<SubjectKind, string> = {
  task: 'task',
  obligation: 'obligation',
  reportingLine: 'reporting_line',
};

interface Row {
  id: string;
  snapshot: Snapshot;
  machineVersion: number;
  policyVersion: number;
}

/** Tries every stored snapshot with the statecharts of this program, upgraded where it is of an earlier version. */
export async function checkSnapshots(tx: Queryable, jurisdictionId: string): Promise<Finding[]> {
  const { policies, findings } = await readPolicies(tx, jurisdictionId);
  const newer: string[] = [];
  const unreadable: string[] = [];
  const lawless: string[] = [];
  for (const kind of Object.keys(TABLES) as SubjectKind[]) {
    for await (const row of rowsOf(tx, kind)) {
      const place = `${kind} ${row.id}`;
      const policy = policies.get(row.policyVersion);
      if (row.machineVersion > MACHINE_VERSION[kind]) newer.push(`${place}（第${row.machineVersion}版）`);
      else if (policy === undefined) lawless.push(`${place}（政策第${row.policyVersion}版）`);
      else if (!isReadable(kind, row, policy)) unreadable.push(`${place}（第${row.machineVersion}版）`);
    }
  }
  return [
    ...findings,
    ...findingOf(
      {
        code: 'SNAPSHOT_NEWER',
        jurisdictionId,
        what: '事项状态出自更新版本的程序，本程序不能办理',
        mend: '请改用更新这些事项的那个版本（或更新）的程序。',
      },
      newer,
    ),
    ...findingOf(
      {
        code: 'SNAPSHOT_UNREADABLE',
        jurisdictionId,
        what: '事项状态读不出，也不能升级到现行版本',
        mend: '请先用 npx luoshi audit verify 核验记录链；记录完好的，可按记录重放恢复状态，否则从备份恢复。',
      },
      unreadable,
    ),
    ...findingOf(
      {
        code: 'POLICY_UNREADABLE',
        jurisdictionId,
        what: '事项所依据的政策版本不在库中或读不出',
        mend: '请从备份中恢复 policy_version 表的相应版本。',
      },
      lawless,
    ),
  ];
}

function isReadable(kind: SubjectKind, { snapshot }: Row, policy: Policy): boolean {
  try {
    can(kind, snapshot, { type: 'LOOKED_AT', at: '2000-01-01T00:00:00.000Z' }, policy);
    return true;
  } catch {
    return false;
  }
}

async function readPolicies(
  tx: Queryable,
  jurisdictionId: string,
): Promise<{ policies: Map<number, Policy>; findings: Finding[] }> {
  const policies = new Map<number, Policy>();
  const broken: string[] = [];
  const rows = await tx.query<{ version: number; body: unknown }>('select version, body from policy_version');
  for (const { version, body } of rows) {
    const parsed = policySchema.safeParse(body);
    if (parsed.success) policies.set(version, parsed.data);
    else broken.push(`第${version}版：${parsed.error.issues[0]?.message ?? ''}`);
  }
  const about = { code: 'POLICY_UNREADABLE', jurisdictionId, what: '库中的政策读不出' } as const;
  return { policies, findings: findingOf({ ...about, mend: '请从备份中恢复该版本的政策。' }, broken) };
}

async function* rowsOf(tx: Queryable, kind: SubjectKind): AsyncGenerator<Row> {
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const rows = await tx.query<Row>(
      `select id, snapshot, machine_version as "machineVersion", policy_version as "policyVersion"
       from ${TABLES[kind]} where id > $1 order by id limit ${BATCH}`,
      [after],
    );
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < BATCH) return;
    after = last.id;
  }
}
