import { inLanguage } from '../in-language.js';

/** What a process calls its own parts. */
const PART_NAMES: Readonly<Record<string, string>> = {
  database: '数据库',
  clock: '时钟',
  worker: '巡检',
  queue: '唤醒队列',
  auditor: '自动稽核',
  release: '程序版本',
  files: '文件存储',
};

/** What a check is called, what it says, and what is to be done where it is not good. */
export const healthText = inLanguage('healthText', {
  title: '运行情况',
  at: (when: string): string => `${when} 检查`,
  again: '重新检查',
  allGood: '各项检查正常。',
  some: (trouble: number, attention: number): string =>
    [trouble > 0 ? `${trouble} 项异常` : '', attention > 0 ? `${attention} 项须留意` : '']
      .filter(Boolean)
      .join('，'),
  rehearsal: '正在用演练时钟，各项时间以演练时钟为准。',
  states: { good: '正常', attention: '须留意', trouble: '异常', unknown: '未知' },
  checks: {
    sweep: '定时巡检',
    clocks: '到期的时限',
    messages: '站内消息',
    letters: '站外信件',
    audit: '自动稽核',
    seal: '留痕封存',
    backup: '备份',
    calendar: '工作日历',
    machines: '各机器的时钟',
  },
  said: {
    sweep: (at: string | null): string => (at === null ? '还没有巡检过' : `最近一次 ${at}`),
    clocks: (count: number, since: string | null): string =>
      count === 0 ? '都已按时处理' : `${count} 项到期未处理，最早的 ${since ?? ''}`,
    messages: (count: number, since: string | null): string =>
      count === 0 ? '没有积压' : `${count} 条未送出，最早的 ${since ?? ''}`,
    letters: (count: number, since: string | null): string =>
      count === 0 ? '没有发送失败的' : `${count} 封已停止发送，最早的 ${since ?? ''}`,
    audit: (at: string | null, count: number): string =>
      at === null
        ? '还没有稽核过'
        : `最近一次 ${at}，${count === 0 ? '没有发现问题' : `发现 ${count} 个问题`}`,
    seal: (at: string | null): string => (at === null ? '还没有封存过' : `最近一次 ${at}`),
    backup: (at: string | null): string => (at === null ? '没有备份的记录' : `最近一次 ${at}`),
    calendar: (on: string | null): string => (on === null ? '没有已公布的年份' : `已公布到 ${on}`),
    machines: (count: number, seconds: string): string =>
      count === 0 ? '没有进程报时' : `${count} 个进程，与数据库最多相差 ${seconds} 秒`,
  },
  todo: {
    sweep:
      '请服务器管理员确认工作进程在运行（npx luoshi start 或 npx luoshi worker）；恢复后会补办并告知督查室。',
    clocks: '请确认工作进程在运行；恢复后自动补办。仍不减少的，请把本页内容反馈给维护人员。',
    messages: '请确认工作进程在运行；恢复后自动送出。',
    letters: '请到“消息发送”查看每封的原因，改正地址或渠道后重新发送，或由值守人员电话通知。',
    audit: '逐项处理下面列出的问题；超过两小时没有稽核的，请确认进程在运行。',
    seal: '一天内没有封存：没有新的办理记录时属正常；否则请服务器管理员检查封存密钥。',
    backup: '请服务器管理员安排每日备份（npx luoshi backup）；用其他方式备份的，这里看不到。',
    calendar: '请在国务院办公厅公布次年安排后录入；录入前，次年的时限都是暂定的。',
    machines: '请服务器管理员在各机器上启用时间同步（NTP）。到期与否以数据库的时间为准，不受影响。',
  },
  links: { letters: '到“消息发送”', calendar: '到“工作日历”', messages: '看唤醒队列' },
  findings: '稽核发现的问题',
  where: '位置',
  mend: '处理',
  parts: '本进程各部分',
  partNames: PART_NAMES,
  processes: '运行中的进程',
  process: (version: string, since: string): string => `版本 ${version}，${since} 启动`,
  ahead: (seconds: number): string =>
    seconds === 0 ? '时钟一致' : seconds > 0 ? `时钟快 ${seconds} 秒` : `时钟慢 ${-seconds} 秒`,
  more: '更细的检查由服务器管理员执行 npx luoshi doctor；外部监控可读 /readyz 和 /healthz。',
});
