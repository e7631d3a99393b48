/** What a part of a plan is for: only `tasks` holds tasks; `review` looks back. */
export type PartRole = 'general' | 'goals' | 'tasks' | 'organisation' | 'review';

const REVIEW =
  /回顾|(?:过去|上一?|去)年|过去[一二三四五]年|总结$|工作总结|(?:主要|工作)(?:成效|成绩|进展)|取得的成|(?:主要|突出|存在的?)(?:问题|困难|不足)(?!.{0,6}(?:整[改治]|治理|解决|化解|攻坚))(?<!(?:解决|整治|治理|破解|化解).{0,6})|(?:完成|进展|执行)情况$|(?:发展|工作|现实)(?:现状|基础)$|^(?:现状|背景|基本情况)/;
const GENERAL =
  /总体(?:要求|思路|考虑|部署)|指导(?:思想|原则)|(?:基本|工作|实施)原则|(?:工作|发展|基本)思路|重(?:要|大)意义|(?:^|充分|提高|深化|思想)认识|统一思想|形势|政策取向|基本要求|编制(?:依据|说明)|^总则$|适用范围|^(?:工作)?背景/;
const GOALS =
  /^(?:20\d{2}年(?:度)?(?:的)?)?(?:(?:经济社会)?(?:发展|工作|主要|总体|行动|具体|阶段性?|年度|预期|奋斗|量化|建设|任务)(?:和|与|、)?){0,4}目标(?:要求|体系|指标|任务)?$|^[^，、；]{0,6}目标$|^主要指标$/;
const ORGANISATION =
  /组织(?:实施|领导|保障|推进|机制|协调)|推进机制|保障(?:措施|机制|体系)|^(?:有关|相关|几点|具体)?(?:工作)?(?:保障|要求|机制)$|工作(?:机制|要求|保障)|实施保障|有关要求|附则$|(?:考核|监督|督导|督查|责任)(?:评价|奖惩|考核|问责|检查|追究)$|(?:实施|工作|方法|推进)步骤|(?:进度|时间|阶段)安排|(?:工作|实施|推进)阶段$|宣传(?:引导|发动)$|^(?:切实)?(?:抓好|做好|狠抓|确保|强化)?(?:组织|工作|任务|贯彻|责任|推动)*落实$|^(?:切实)?(?:加强|强化|严格|狠抓)(?:组织|领导|督[导查]|责任|考核|跟踪)[^，、]{0,8}$/;
const ROLES: readonly (readonly [PartRole, RegExp])[] = [
  ['review', REVIEW],
  ['general', GENERAL],
  ['goals', GOALS],
  ['organisation', ORGANISATION],
];

/** Tells a part's role by its heading (without number). A heading that says nothing else is about tasks. */
export function partRole(heading: string): PartRole {
  const words = heading.replace(/[\s“”]/g, '').replace(/[。：]$/, '');
  return ROLES.find(([, form]) => form.test(words))?.[0] ?? 'tasks';
}

const TASKS_LINE =
  /^(?:20\d{2}年(?:度)?)?(?:主要|重点|工作|具体|目标)*(?:任务|工作|举措|措施|安排|内容|事项)(?:安排|清单|分工|举措|打算)?$/;

/** 三、2025年重点工作: a heading over all that is to be done, whose sections are the actions. */
export function isAboutTasksAtLarge(heading: string): boolean {
  return TASKS_LINE.test(heading.replace(/[\s“”]/g, '').replace(/[。：]$/, ''));
}

/** A short line without a number that names such a part (主要目标, 重点任务, 保障措施); nothing where it is none. */
export function roleOfBareLine(line: string): PartRole | undefined {
  const words = line.replace(/[\s“”]/g, '').replace(/：$/, '');
  if (words.length > 12 || words.length < 2 || /[。，；、]/.test(words)) return undefined;
  if (TASKS_LINE.test(words)) return 'tasks';
  const role = partRole(words);
  return role === 'tasks' ? undefined : role;
}
