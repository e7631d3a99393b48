import { ROLE_LABELS, type Role } from '#accountability';
import type { Account } from '#identity';
import { table } from '../terminal/table.js';
import type { Left } from './people-of-record.js';

const labelOf = (role: string): string => ROLE_LABELS[role as Role];

export const peopleText = (people: readonly Account[]): string =>
  table(
    ['账号', '姓名', '单位', '岗位', '状态'],
    people.map(({ username, name, unit, roles, ...account }) => [
      username,
      name,
      unit,
      [...new Set(roles.map(({ role }) => labelOf(role)))].join('、'),
      stateOf(account),
    ]),
  );

function stateOf({
  active,
  mustChange,
  secondFactor,
  lockedUntil,
  lastSeenAt,
}: Pick<Account, 'active' | 'mustChange' | 'secondFactor' | 'lockedUntil' | 'lastSeenAt'>): string {
  if (!active) return '已离任';
  return [
    ...(mustChange ? ['须改初始密码'] : []),
    ...(secondFactor ? ['第二重验证'] : []),
    ...(lockedUntil === null ? [] : [`锁定至 ${lockedUntil}`]),
    ...(lastSeenAt === null ? [] : [`最近登录使用 ${lastSeenAt}`]),
  ].join('，');
}

export function leftText({ name, username, successor, posts }: Left): string {
  const listed = posts.map(
    ({ role, scopeId, vacant }) =>
      `  ${labelOf(role)}（${scopeId}）：${successor ?? (vacant ? '空缺，已提示管理员' : '尚有他人在岗')}`,
  );
  return [`${name}（${username}）已离任，登录、令牌和日历订阅已停用。`, ...listed].join('\n');
}
