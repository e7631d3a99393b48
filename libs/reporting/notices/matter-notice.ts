import { chineseDateTime, type Instant } from '#calendar';
import { basis, letter } from './letter.js';
import type { NoticeText, OfficialNoticeFacts } from './notice.facts.js';
import { afterNotices, by, planName, quoted } from './wording.js';

/** What is wrong with one task, in words: `你单位至今未签收`, `已连续2期落后序时进度`. */
export interface MatterNoticeFacts extends Omit<OfficialNoticeFacts, 'tasks'> {
  task: { code: string; title: string };
  /** Where a unit's tasks came to it together: all of them, each with what was found; left out: the one task. */
  tasks?: { code: string; title: string; finding: string }[] | undefined;
  /** The short name of the matter: `逾期未签收`. */
  matter: string;
  /** What was found, as a clause whose subject is the unit: `至今未签收（应于……前签收）`. */
  finding: string;
  /** What the unit is to do, as a clause: `立即签收`. */
  ask: string;
  cardLabel?: string | undefined;
  /** Until when it is to answer; left out: no time is set. */
  answerBy?: Instant | undefined;
  agreedBy?: string | undefined;
}

export type MatterNoticeKind = 'reminderLetter' | 'supervisionNotice' | 'circular' | 'interviewNotice';

/** A notice (提醒函、督办单、通报、约谈通知) about one matter of a unit's task, or of several, in the official form. */
export function matterNotice(kind: MatterNoticeKind, facts: MatterNoticeFacts): NoticeText {
  const { tasks: several = [] } = facts;
  const isList = several.length > 1;
  const task = isList ? `${several.length}项任务` : `${quoted(facts.task.title)}（${facts.task.code}）`;
  const before = afterNotices(facts.earlier);
  const at = chineseDateTime(facts.issuedAt);
  // What was found of all of them is said once, before the list.
  const shared = several.every(({ finding }) => finding === several[0]?.finding)
    ? several[0]?.finding
    : undefined;
  const found = (who: string): string[] =>
    isList
      ? [
          `按照${planName(facts.plan)}，${who}牵头（或配合）的下列${task}，${before}截至${at}${shared ?? ''}：`,
          ...several.map(
            ({ code, title, finding }, index, all) =>
              `${index + 1}. ${quoted(title)}（${code}）${shared === undefined ? finding : ''}${index === all.length - 1 ? '。' : '；'}`,
          ),
        ]
      : [`按照${planName(facts.plan)}，${who}牵头（或配合）的${task}，${before}截至${at}${facts.finding}。`];
  const card = facts.cardLabel === undefined ? '' : `（${facts.cardLabel}）`;
  const until = facts.answerBy === undefined ? '' : `，并于${by(facts.answerBy)}书面说明原因和整改措施`;
  const whole = { ...facts, tasks: [] };
  switch (kind) {
    case 'reminderLetter':
      return letter(whole, {
        title: `关于${task}${facts.matter}的提醒函`,
        addressees: [facts.unit],
        paragraphs: [
          ...found('你单位'),
          `请你单位${facts.ask}。因等待其他单位而无法推进的，请注明所等待的单位、事项和起始时间。`,
          basis(whole, '本函', '自动签发'),
        ],
      });
    case 'supervisionNotice':
      return letter(whole, {
        title: `关于${task}${facts.matter}的督办单`,
        addressees: [facts.unit],
        paragraphs: [
          ...found('你单位'),
          `现予督办${card}。请你单位主要负责人组织核实，${facts.ask}${until}。逾期不办的，将按规则升级处理。`,
          basis(whole, '本督办单'),
        ],
      });
    case 'circular':
      return letter(whole, {
        title: `关于${facts.unit}${task}${facts.matter}的通报`,
        addressees: ['各工作专班', '各牵头单位'],
        paragraphs: [
          ...found(facts.unit),
          `${facts.agreedBy === undefined ? '' : `经${facts.agreedBy}同意，`}现对${facts.unit}予以通报${card}。请${facts.unit}${facts.ask}${until}；各单位引以为戒。`,
          basis(whole, '本通报'),
        ],
      });
    case 'interviewNotice':
      return letter(whole, {
        title: `关于约谈${facts.unit}的通知`,
        addressees: [facts.unit],
        paragraphs: [
          ...found('你单位'),
          `决定由${facts.agreedBy ?? '指挥长'}对你单位主要负责人进行约谈。时间、地点：另行通知。`,
          '请准备书面材料，说明任务实际进展、原因、责任落实情况和整改时限。',
          basis(whole, '本通知'),
        ],
      });
  }
}
