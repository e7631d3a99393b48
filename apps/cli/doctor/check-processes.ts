import { addMinutes, epochMsOf, type Instant } from '#calendar';
import { findingOf, type Engine, type Finding } from '#engine';
import { processClocks, type ProcessClockRead } from '#persistence';

/** Processes whose machines differ by more are told of, though they all go by the database's time. */
const SKEW_SECONDS = 5;
/** A process tells once a minute; one that has told nothing for longer has gone without a word. */
const ALIVE_MINUTES = 3;

/** Whether the processes that run agree on what time it is: their machines' clocks against the database's. */
export async function checkProcesses(engine: Engine): Promise<Finding[]> {
  const { rows, now } = await engine.context.database.outsideTenants(async (tx) => ({
    rows: await processClocks(tx),
    now: (await tx.query<{ now: Instant }>('select clock_timestamp() as now'))[0]?.now ?? '',
  }));
  const running = rows.filter(({ seenAt }) => addMinutes(seenAt, ALIVE_MINUTES) >= now);
  return skewOfProcesses(running);
}

export const skewOfProcesses = (running: readonly ProcessClockRead[]): Finding[] =>
  findingOf(
    {
      code: 'PROCESS_SKEW',
      jurisdictionId: null,
      what: '运行中的进程所在机器的时钟不准',
      mend: '请在这些机器上启用时间同步（NTP）。到期与否以数据库的时间为准，不受影响；日志和会话的时间会不准。',
    },
    running.flatMap(({ kind, host, shownAt, seenAt }) => {
      const seconds = Math.round((epochMsOf(shownAt) - epochMsOf(seenAt)) / 100) / 10;
      if (Math.abs(seconds) <= SKEW_SECONDS) return [];
      return [`${kind}（${host}）${seconds > 0 ? '快' : '慢'} ${Math.abs(seconds)} 秒`];
    }),
  );
