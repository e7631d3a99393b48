import { FINDING_CODES, HOURLY, THOROUGH, type FindingCode } from '#engine';

/** Codes that are not asked of the database in one statement, and what they say. */
const OTHERS: Partial<Record<FindingCode, { what: string; mend: string }>> = {
  SNAPSHOT_UNREADABLE: {
    what: '事项状态读不出，也不能升级到现行版本',
    mend: '核验记录链；完好的按记录重放，否则从备份恢复',
  },
  SNAPSHOT_NEWER: { what: '事项状态出自更新版本的程序', mend: '改用那个版本（或更新）的程序' },
  POLICY_UNREADABLE: { what: '政策不在库中或读不出', mend: '从备份恢复 policy_version 的相应版本' },
  CLOCK_SKEW: { what: '本机时钟与数据库服务器相差 5 秒以上', mend: '启用时间同步（NTP）' },
  PROCESS_SKEW: {
    what: '运行中的进程所在机器的时钟与数据库服务器相差 5 秒以上',
    mend: '启用时间同步（NTP）',
  },
  QUEUE_UNREACHABLE: { what: '唤醒队列连接不上', mend: '检查 Redis；其间由定时巡检代替' },
};

/** The table of all codes, in Markdown. */
export function codesTable(): string {
  const rows = FINDING_CODES.map((code) => {
    const hourly = HOURLY.find((check) => check.code === code);
    const said = hourly ?? THOROUGH.find((check) => check.code === code) ?? OTHERS[code];
    if (said === undefined) throw new Error(`nobody says what ${code} is about`);
    return `| \`${code}\` | ${said.what} | ${said.mend.replace(/。$/, '')} | ${hourly ? '✓' : ''} |`;
  });
  return ['| code | what | how to mend | hourly |', '| --- | --- | --- | --- |', ...rows, ''].join('\n');
}
