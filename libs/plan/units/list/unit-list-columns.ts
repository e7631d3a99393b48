/** A person of a row: the columns of the name and of the account, and the post where its header says one. */
export interface PersonColumns {
  readonly name: number;
  readonly account: number | undefined;
  readonly post: string;
}

/** Where in a list of units what stands; columns count from 0. */
export interface UnitListColumns {
  readonly name: number;
  readonly aliases: readonly number[];
  readonly kind: number | undefined;
  readonly code: number | undefined;
  readonly members: number | undefined;
  readonly post: number | undefined;
  readonly people: readonly PersonColumns[];
}

const NAME = /^(?:(?:单位|部门|机构)(?:全称|名称|名)?|全称|名称)$/u;
const ALIAS = /简称|别名|曾用名|又称|俗称/u;
const KIND = /类别|类型|性质|分类/u;
const CODE = /^(?:单位)?(?:编号|编码|代码)$/u;
const MEMBERS = /成员/u;
const POST = /^(?:职务|职责|岗位|角色|职务（?角色）?)$/u;
const ACCOUNT = /账号|帐号|账户|用户名|登录名/u;
const PERSON = /^(?:姓名|人员|联系人|联络员|负责人|经办人|责任人|主要负责人|单位负责人|工作人员)(?:姓名)?$/u;

/** What the cells of a header row say; undefined where they are none of a list of units. */
export function unitListColumns(header: readonly string[]): UnitListColumns | undefined {
  const words = header.map((cell) => cell.normalize('NFKC').replace(/[\s:]/gu, ''));
  const find = (form: RegExp): number | undefined => {
    const at = words.findIndex((word) => form.test(word));
    return at < 0 ? undefined : at;
  };
  const name = find(NAME);
  if (name === undefined || words.filter((word) => word !== '').length < 2) return undefined;
  return {
    name,
    aliases: words.flatMap((word, i) => (ALIAS.test(word) ? [i] : [])),
    kind: find(KIND),
    code: find(CODE),
    members: find(MEMBERS),
    post: find(POST),
    people: peopleColumns(words),
  };
}

/** An account belongs to the person whose words it begins with (联络员账号), else to the nearest one before it. */
function peopleColumns(words: readonly string[]): PersonColumns[] {
  const people = words.flatMap((word, i) => (PERSON.test(word) ? [i] : []));
  const accounts = words.flatMap((word, i) => (ACCOUNT.test(word) ? [i] : []));
  const accountOf = new Map<number, number>();
  for (const account of accounts) {
    const named = people.find((i) => (words[account] ?? '').startsWith(stem(words[i] ?? '')));
    const before = people.filter((i) => i < account && !accountOf.has(i)).at(-1);
    const person = named ?? before ?? people.find((i) => !accountOf.has(i));
    if (person !== undefined && !accountOf.has(person)) accountOf.set(person, account);
  }
  return people.map((i) => ({ name: i, account: accountOf.get(i), post: stem(words[i] ?? '') }));
}

const stem = (word: string): string => word.replace(/姓名$/u, '');
