import { ROLE_LABELS, ROLES, type Role } from '#accountability';

/** What somebody of a unit does here, by the post that a list prints; a role's own name or label comes first. */
export function roleOfPost(post: string): Role {
  const words = post.replace(/\s/gu, '');
  const own = ROLES.find((role) => role === words || ROLE_LABELS[role] === words);
  if (own !== undefined) return own;
  return BY_WORD.find(([form]) => form.test(words))?.[1] ?? 'liaison';
}

const BY_WORD: readonly (readonly [RegExp, Role])[] = [
  [/安全(?:保密)?管理员/u, 'securityAdministrator'],
  [/审计管理员|安全审计员/u, 'auditAdministrator'],
  [/系统管理员|管理员/u, 'administrator'],
  [/联络员|联系人|经办|干事|科员|股长|科长|工作人员|内勤/u, 'liaison'],
  [/指挥部办公室|指挥部办|区办/u, 'headquartersOffice'],
  [/副指挥长/u, 'deputyCommander'],
  [/指挥长/u, 'commander'],
  [/督查|督办/u, 'supervisor'],
  [/绩效|考核/u, 'assessor'],
  [/审计人员|审计员/u, 'auditor'],
  [/配合|协办|责任单位联络/u, 'supportUnitLiaison'],
  [
    /负责人|负责同志|局长|主任|书记|部长|乡长|镇长|院长|检察长|经理|董事长|主席|理事长|队长|行长|校长|委员/u,
    'leadUnitHead',
  ],
];
