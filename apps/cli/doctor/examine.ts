import { checkWork, findingOf, type Engine, type Finding } from '#engine';
import { jurisdictionsOf } from '../system/jurisdictions-of.js';
import { withRecord } from '../system/with-record.js';
import { progress } from '../terminal/progress.js';
import { checkProcesses } from './check-processes.js';
import { checkSnapshots } from './check-snapshots.js';
import { checkQueue } from './check-queue.js';
import { pausedThings } from './paused-things.js';

/** A process and its database that differ by more disagree about what is due. */
const SKEW_SECONDS = 5;

export interface Examination {
  jurisdictions: number;
  /** How far the process's clock is ahead of the database's, seconds. */
  skewSeconds: number;
  /** What stands still by order: nothing is wrong, but somebody should know. */
  paused: string[];
  findings: Finding[];
}

/** Looks the whole record over, reading only. */
export function examine(options: { data?: string }): Promise<Examination> {
  return withRecord(options, async (engine) => {
    const { database, clock } = engine.context;
    const skewSeconds = await skewOf(engine);
    const findings = [...skewFinding(skewSeconds), ...(await checkProcesses(engine))];
    const queue = await checkQueue(options);
    const paused = queue.paused;
    findings.push(...queue.findings);
    const jurisdictions = await jurisdictionsOf(engine);
    for (const { id, name } of jurisdictions) {
      progress(`检查 ${name}（${id}）`);
      await database.transaction(
        { jurisdictionId: id },
        async (tx) => {
          paused.push(...(await pausedThings(tx)).map((one) => `${name}：${one}`));
          findings.push(...(await checkSnapshots(tx, id)));
          findings.push(...(await checkWork(tx, id, clock.now(), { thorough: true })));
        },
        { isolation: 'repeatable read', readOnly: true },
      );
    }
    return { jurisdictions: jurisdictions.length, skewSeconds, paused, findings };
  });
}

async function skewOf(engine: Engine): Promise<number> {
  const before = Date.now();
  const [row] = await engine.context.database.outsideTenants((tx) =>
    tx.query<{ ms: number }>('select (extract(epoch from clock_timestamp()) * 1000)::float8 as ms'),
  );
  // The database answered somewhere between the two looks at our own clock.
  const ours = (before + Date.now()) / 2;
  return Math.round((ours - (row?.ms ?? ours)) / 100) / 10;
}

export const skewFinding = (seconds: number): Finding[] =>
  findingOf(
    {
      code: 'CLOCK_SKEW',
      jurisdictionId: null,
      what: '本机时钟与数据库服务器的时钟不一致',
      mend: '请在两台机器上启用时间同步（NTP）。',
    },
    Math.abs(seconds) > SKEW_SECONDS ? [`本机${seconds > 0 ? '快' : '慢'} ${Math.abs(seconds)} 秒`] : [],
  );

export function examinationText({ jurisdictions, paused, findings }: Examination): string {
  const still = paused.length === 0 ? '' : `按决定暂停中：\n${paused.map((one) => `  ${one}\n`).join('')}`;
  if (findings.length === 0) return `共检查 ${jurisdictions} 个辖区，没有发现问题。\n${still}`;
  const told = findings.map(
    ({ code, jurisdictionId, what, where, mend }) =>
      `  ${code}${jurisdictionId === null ? '' : ` ${jurisdictionId}`} ${what}\n    位置：${where}\n    处理：${mend}`,
  );
  return `共检查 ${jurisdictions} 个辖区，发现 ${findings.length} 个问题：\n${told.join('\n')}\n${still}`;
}
