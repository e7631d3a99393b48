import { chineseDate, chineseDateTime, type CivilDate, type Instant } from '#calendar';
import type { NoticeText } from './notice.facts.js';

export interface LadderPauseFacts {
  /** `旬报督办阶梯`. */
  label: string;
  reason: string;
  at: Instant;
  /** The last day. */
  until: CivilDate;
  /** Null: by itself, its time had run out. */
  by: string | null;
}

/** To the supervision office: a ladder stands still by order. */
export const ladderPausedMessage = ({ label, reason, at, until, by }: LadderPauseFacts): NoticeText => ({
  title: `“${label}”已暂停`,
  body: [
    `${by ?? '系统'}于${chineseDateTime(at)}暂停“${label}”，至${chineseDate(until)}止。理由：${reason}。`,
    '暂停期间该阶梯不再升级，也不因此亮牌；已发文书和签发、答复时限不受影响。',
    '恢复后各级之间的间隔不变，暂停的工作时间不计入。',
  ].join('\n'),
});

/** To the supervision office: it goes on. */
export const ladderResumedMessage = ({
  label,
  at,
  by,
}: Pick<LadderPauseFacts, 'label' | 'at' | 'by'>): NoticeText => ({
  title: `“${label}”已恢复`,
  body: `“${label}”自${chineseDateTime(at)}起恢复计时（${by === null ? '暂停期满，自动恢复' : `${by}决定`}），各级之间的间隔不变。`,
});
