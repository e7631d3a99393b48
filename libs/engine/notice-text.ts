import {
  ROLE_LABELS,
  type DraftNotice,
  type NoticeKind,
  type NoticeMatter,
  type Policy,
  type Rules,
  type TaskLadder,
} from '#accountability';
import type { Instant } from '#calendar';
import {
  circularText,
  interviewText,
  matterNotice,
  reminderLetter,
  supervisionNoticeText,
  type EarlierNotice,
  type NoticeText,
  type OwedTask,
} from '#reporting';
import { matterText, type MatterText } from './matter-text.js';
import type { Names } from './names.js';

/** What a notice was drafted from, kept beside it: on issue it is put into words again with its number and date. */
export interface NoticeFacts {
  issuer: string;
  unit: string;
  plan: { title: string };
  tasks: OwedTask[];
  rule: { label: string; version: number };
  label: string;
  /** The card's name; null where the notice is none. */
  card: string | null;
  agreedBy: string | null;
  earlier: EarlierNotice[];
  /** Of a notice about one task's matter: what it is; left out where it is about reports. */
  matter?: MatterText;
  /** Of a notice about the matter of several tasks: each, with what was found of it and the climb that it stands for. */
  matters?: MatterOfTask[];
  /** Working days within which the unit may appeal; left out where none is open. */
  appealWithin?: number;
}

export interface MatterOfTask {
  subjectId: string;
  generation: number;
  code: string;
  title: string;
  finding: string;
}

/** @param together the other drafts of the same notice, with whose they are: matters of the same unit and rung */
export function noticeFacts(
  effect: DraftNotice,
  rules: Rules,
  names: Names,
  earlier: readonly IssuedNotice[],
  together: readonly { effect: DraftNotice; subjectId: string }[] = [],
): NoticeFacts {
  const { policy } = rules;
  const ladder = effect.matter && taskLadderOf(policy, effect.matter);
  const rung = (ladder ?? policy.reportingLadder).rungs.find(({ name }) => name === effect.rung);
  const agreedBy = rung && rung.issue.by !== 'system' ? (rung.issue.agreedBy ?? null) : null;
  return {
    issuer: policy.issuer,
    unit: names.unit(effect.unitId),
    plan: names.plan(),
    tasks: effect.matter
      ? names.tasks([effect.matter.taskId]).map((task) => ({ ...task, periods: [] }))
      : names.owed(effect.owed),
    rule: { label: (ladder ?? policy.reportingLadder).basis, version: policy.version },
    ...(effect.matter && {
      matter: matterText(effect.matter),
      ...(together.length > 1 && { matters: together.flatMap((one) => matterOfTask(one, names)) }),
    }),
    ...((effect.matter !== undefined || rung?.colour != null) && {
      appealWithin: policy.tasks.appealWithin.workingDays,
    }),
    label: rung?.label ?? effect.rung,
    card: rung?.card ?? null,
    agreedBy: agreedBy === null ? null : ROLE_LABELS[agreedBy],
    earlier: earlier.map((notice) => ({
      label: NOTICE_LABELS[notice.kind],
      documentNumber: notice.number,
      issuedAt: notice.issuedAt,
    })),
  };
}

function matterOfTask(
  { effect, subjectId }: { effect: DraftNotice; subjectId: string },
  names: Names,
): MatterOfTask[] {
  const { matter, generation } = effect;
  if (!matter) return [];
  const { finding } = matterText(matter);
  return names
    .tasks([matter.taskId])
    .map(({ code, title }) => ({ subjectId, generation, code, title, finding }));
}

/** The same facts without the tasks whose matter is over: on issue only what still stands is said. */
export function standingFacts(
  facts: NoticeFacts,
  stands: (subjectId: string, generation: number) => boolean,
): NoticeFacts {
  if (!facts.matters || !facts.matter) return facts;
  const matters = facts.matters.filter(({ subjectId, generation }) => stands(subjectId, generation));
  const [first] = matters;
  if (!first) return facts;
  const { code, title, finding } = first;
  return { ...facts, matters, tasks: [{ code, title, periods: [] }], matter: { ...facts.matter, finding } };
}

/** The ladder that the matter rests on. */
const taskLadderOf = (policy: Policy, { trigger, basis }: NoticeMatter): TaskLadder | undefined =>
  policy.taskLadders.find((ladder) => ladder.trigger === trigger && ladder.basis === basis);

export interface IssuedNotice {
  kind: NoticeKind;
  number: string | null;
  issuedAt: Instant;
}

export const NOTICE_LABELS: Record<NoticeKind, string> = {
  reminderLetter: '提醒函',
  supervisionNotice: '督办单',
  circular: '通报',
  interviewNotice: '约谈通知',
};

/** The notice in words. `number` null: a draft. */
export function renderNotice(
  kind: NoticeKind,
  facts: NoticeFacts,
  issue: { number: string | null; issuedAt: Instant; answerBy: Instant | null },
): NoticeText {
  const { label: _label, card, agreedBy, matter, matters, ...common } = facts;
  const cardLabel = card ?? undefined;
  if (matter) {
    const { tasks, ...rest } = common;
    const [task = { code: '', title: '' }] = tasks;
    return matterNotice(kind, {
      ...rest,
      ...matter,
      task: { code: task.code, title: task.title },
      tasks: matters,
      documentNumber: issue.number,
      issuedAt: issue.issuedAt,
      cardLabel,
      answerBy: issue.answerBy ?? undefined,
      agreedBy: agreedBy ?? undefined,
    });
  }
  const official = { ...common, documentNumber: issue.number, issuedAt: issue.issuedAt };
  switch (kind) {
    case 'reminderLetter':
      return reminderLetter({ ...official, issuedAutomatically: true });
    case 'supervisionNotice':
      return supervisionNoticeText({
        ...official,
        cardLabel,
        answerBy: issue.answerBy ?? issue.issuedAt,
      });
    case 'circular':
      return circularText({
        ...official,
        addressees: ['各工作专班', '各牵头单位'],
        cardLabel,
        agreedBy: agreedBy ?? undefined,
      });
    case 'interviewNotice':
      return interviewText({ ...official, interviewer: agreedBy ?? '指挥长', at: null, place: null });
  }
}
