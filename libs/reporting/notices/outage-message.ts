import { chineseDateTime, epochMsOf, type Instant } from '#calendar';
import type { NoticeText } from './notice.facts.js';

export interface OutageFacts {
  /** Last sign of life before, first after. */
  from: Instant;
  to: Instant;
  /** What was done late, by kind: `提醒`, `提醒函`; kinds with none may be left out. */
  caughtUp: Array<{ label: string; count: number }>;
}

/** To the supervision office: the system was down, for how long, and what it has caught up with. */
export function outageMessage({ from, to, caughtUp }: OutageFacts): NoticeText {
  const done = caughtUp.filter(({ count }) => count > 0);
  const list = done.map(({ label, count }) => `${label}${count}件`).join('、');
  return {
    title: `系统停机情况：${chineseDateTime(from)}至${chineseDateTime(to)}`,
    body: [
      `系统于${chineseDateTime(from)}至${chineseDateTime(to)}停止运行，历时${durationOf(from, to)}。`,
      done.length === 0
        ? '停机期间没有应办未办的事项。'
        : `停机期间应办事项已于恢复后依次补办：${list}；同一事项不重复发送。`,
      '督办升级各级之间的间隔不因停机而缩短。',
    ].join('\n'),
  };
}

/** `2天3小时`, `45分钟`: the two largest parts that are not nothing. */
function durationOf(from: Instant, to: Instant): string {
  const minutes = Math.max(0, Math.round((epochMsOf(to) - epochMsOf(from)) / 60_000));
  const parts: Array<[number, string]> = [
    [Math.floor(minutes / 1440), '天'],
    [Math.floor((minutes % 1440) / 60), '小时'],
    [minutes % 60, '分钟'],
  ];
  const said = parts.filter(([value]) => value > 0).slice(0, 2);
  return said.length === 0 ? '不足1分钟' : said.map(([value, unit]) => `${value}${unit}`).join('');
}
