/** What a part of a plan is for: only `tasks` holds tasks; `review` looks back. */
export type PartRole = 'general' | 'goals' | 'tasks' | 'organisation' | 'review';

const ROLES: readonly (readonly [PartRole, RegExp])[] = [
  ['review', /回顾|(?:过去|上一?|去)年|主要成效|工作总结|取得的成/],
  ['goals', /目标(?:要求|体系|指标)?$/],
  ['general', /总体要求|指导思想|基本原则|总体思路|工作思路|重要意义|形势/],
  [
    'organisation',
    /组织(?:实施|领导|保障|推进)|推进机制|保障(?:措施|机制)|工作(?:机制|要求|保障)|实施保障|有关要求|附则$/,
  ],
];

/** Tells a part's role by its heading (without number). A heading that says nothing else is about tasks. */
export function partRole(heading: string): PartRole {
  return ROLES.find(([, words]) => words.test(heading))?.[0] ?? 'tasks';
}
