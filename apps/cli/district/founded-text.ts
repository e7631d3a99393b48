import { ROLE_LABELS } from '#contract';
import { table } from '../terminal/table.js';
import type { FirstAccount, FoundedDistrict } from './found-district.js';

/** What is said after a founding: the accounts with their first passwords, once, and what it issues under. */
export const foundedText = ({ jurisdictionId, name, units, names, accounts }: FoundedDistrict): string =>
  `已建立 ${name}（${jurisdictionId}）：${units} 个单位，${accounts.length} 个账号。\n\n${accountsText(accounts)}\n${
    names === null
      ? ''
      : `督办文书的发文机关为“${names.issuer}”，发文字号以“${names.numberWord}”开头；与本地规定的全称、机关代字不同的，发文前在督办规则中改正（npx luoshi policy adopt）。\n`
  }下一步：npx luoshi start --no-seed\n`;

/** Accounts with their first passwords. */
export function accountsText(accounts: readonly FirstAccount[]): string {
  const rows = accounts.map((one) => [one.username, ROLE_LABELS[one.role], one.password, one.name, one.unit]);
  return `初始口令只显示这一次，首次登录后必须修改：\n\n${table(['账号', '角色', '口令', '姓名', '单位'], rows)}\n`;
}
