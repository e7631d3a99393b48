import { ROLE_LABELS } from '#contract';
import { table } from '../terminal/table.js';
import type { FoundedDistrict } from './found-district.js';

/** What is said after a founding: the accounts with their first passwords, once. */
export function foundedText({ jurisdictionId, name, units, accounts }: FoundedDistrict): string {
  const rows = accounts.map((one) => [one.username, ROLE_LABELS[one.role], one.password, one.name, one.unit]);
  return [
    `已建立 ${name}（${jurisdictionId}）：${units} 个单位，${accounts.length} 个账号。`,
    '',
    '初始口令只显示这一次，首次登录后必须修改：',
    '',
    table(['账号', '角色', '口令', '姓名', '单位'], rows),
    '',
    '下一步：npx luoshi start --no-seed',
    '',
  ].join('\n');
}
