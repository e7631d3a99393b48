import type { NoticeText } from '../notices/notice.facts.js';

/** One task of a unit that a revised text changed. */
export interface AmendedTaskFacts {
  code: string;
  title: string;
  kind: 'added' | 'removed' | 'changed';
  /** What the text says now and said before, in words. */
  changes: readonly { field: string; before: string; after: string }[];
  /** What the person who approved it wrote, if anything. */
  reason: string | null;
}

export interface AmendmentFacts {
  unit: string;
  plan: string;
  /** 示政办发〔2024〕9号, or the title of the revised text. */
  document: string;
  tasks: readonly AmendedTaskFacts[];
}

/** Tells a unit what a revised text changed in its tasks: one line a task. */
export function amendmentMessage({ unit, plan, document, tasks }: AmendmentFacts): NoticeText {
  return {
    title: `方案修订：本单位${tasks.length}项任务有调整`,
    body: [
      `《${plan}》已按${document}修订，涉及${unit}的任务调整如下：`,
      ...tasks.map((task, i) => `${i + 1}. ${task.code} ${task.title}：${whatOf(task)}`),
      '此前的填报和办理记录保留。请打开任务查看修订后的原文。',
    ].join('\n'),
  };
}

function whatOf({ kind, changes, reason }: AmendedTaskFacts): string {
  const why = reason === null ? '' : `（${reason}）`;
  if (kind === 'added') return `新增任务，本单位为责任（配合）单位${why}`;
  if (kind === 'removed') return `不再列入方案，任务撤销，不再填报${why}`;
  return `${changes.flatMap(wordsOf).join('；')}${why}`;
}

const CHANGED: Readonly<Record<string, string>> = {
  title: '名称',
  lead: '牵头单位',
  support: '责任（配合）单位',
  deadline: '完成时限',
  indicators: '指标',
  action: '所属行动',
};

/** The text itself is too long for a message; where it stands among others is no matter of the unit's. */
function wordsOf({ field, before, after }: AmendedTaskFacts['changes'][number]): string[] {
  if (field === 'number') return [];
  if (field === 'text') return ['任务内容有修改'];
  return [`${CHANGED[field] ?? field}由“${before}”改为“${after}”`];
}
