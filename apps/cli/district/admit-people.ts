import { readDocument, type TableBlock } from '#documents';
import { admitPeople, parsePeopleSeed, roleOfPost } from '#engine';
import { ROLE_LABELS, ROLES, type Role } from '#accountability';
import { hashPassword } from '#identity';
import { constraintCodeOf } from '#persistence';
import { decodeText, readUnitList, resolveUnitName, type UnitDirectory } from '#plan';
import { CliError } from '../cli-error.js';
import { readGivenFile } from '../plan/read-file.js';
import { newPassword } from '../system/new-password.js';
import { withUnits, type UnitsOptions } from '../units/units-of-record.js';
import type { FirstAccount } from './found-district.js';
import { invalidFile } from './invalid-file.js';

export interface AdmitOptions extends UnitsOptions {
  /** One person … */
  name?: string;
  username?: string;
  unit?: string;
  role?: string;
  /** … or a file of them. */
  people?: string;
}

interface Wanted {
  username: string;
  name: string;
  /** Name, alias or code. */
  unit: string;
  role: Role;
}

/**
 * Lets people into a district that is there, each with a first password that must be changed. All of them or none.
 *
 * @throws CliError FILE_UNREADABLE, FILE_INVALID, NOT_LOADED, REFUSED
 */
export function admitFrom(options: AdmitOptions): Promise<FirstAccount[]> {
  return withUnits(options, async ({ tx, directory, at }) => {
    const wanted =
      options.people === undefined ? [onePerson(options)] : await peopleOf(options.people, directory);
    const problems = wanted.flatMap(({ username, unit }, i) => [
      ...(USERNAME.test(username)
        ? []
        : [`账号“${username}”不合规则：用小写字母、数字、点和连字符，2 至 40 位。`]),
      ...(wanted.findIndex((one) => one.username === username) < i ? [`账号 ${username} 重复。`] : []),
      ...(unitCode(unit, directory) === undefined
        ? [`${username} 的单位“${unit}”不在单位目录中，或是统称。`]
        : []),
    ]);
    if (problems.length > 0) throw invalidFile(options.people ?? '所给内容', problems);
    const accounts = wanted.map((one) => {
      const code = unitCode(one.unit, directory) ?? '';
      return { ...one, code, unit: directory.units.get(code)?.name ?? one.unit, password: newPassword() };
    });
    const people = await Promise.all(
      accounts.map(async ({ username, name, code, role, password }) => ({
        username,
        name,
        unit: code,
        role,
        passwordHash: await hashPassword(password),
      })),
    );
    await admitPeople(tx, people, at).catch((error: unknown) => {
      if (constraintCodeOf(error) !== 'UsernameTaken') throw error;
      throw new CliError('REFUSED', '有账号已被使用，没有改动任何数据。请换用别的账号。', { cause: error });
    });
    return accounts.map(({ username, name, unit, role, password }) => ({
      username,
      name,
      unit,
      role,
      password,
    }));
  });
}

const USERNAME = /^[a-z0-9][a-z0-9._-]{1,39}$/u;

function unitCode(name: string, directory: UnitDirectory): string | undefined {
  const known = directory.units.get(name);
  if (known && !known.group) return known.code;
  const found = resolveUnitName(name, directory);
  return found.ok && !found.group ? found.unit : undefined;
}

function onePerson({ name, username, unit, role }: AdmitOptions): Wanted {
  if (name === undefined || username === undefined || unit === undefined)
    throw new CliError('REFUSED', '请给出 --name、--username、--unit，或用 --people 给出人员名单。');
  const known = ROLES.find((one) => one === role || ROLE_LABELS[one] === role);
  if (role !== undefined && known === undefined)
    throw new CliError('REFUSED', `没有“${role}”这一角色，可用：${Object.values(ROLE_LABELS).join('、')}。`);
  return { name, username, unit, role: known ?? 'liaison' };
}

async function peopleOf(file: string, directory: UnitDirectory): Promise<Wanted[]> {
  const bytes = await readGivenFile(file);
  if (/\.(?:ya?ml|json)$/iu.test(file)) {
    const parsed = parsePeopleSeed(decodeText(bytes));
    if (parsed.ok) return parsed.value.offices;
    throw invalidFile(
      file,
      parsed.problems.map(({ line, column, message }) => `${file}:${line}:${column} ${message}`),
    );
  }
  const { blocks } = await readDocument(bytes, decodeText);
  const table = blocks.find((block): block is TableBlock => block.type === 'table');
  if (!table) throw invalidFile(file, [`${file} 中没有表格。`]);
  const list = readUnitList(table.rows, directory.jurisdiction);
  if (!list.ok)
    throw invalidFile(
      file,
      list.problems.map(
        ({ row, message }) => `${file}（${table.sheet}${row === 0 ? '' : `第 ${row} 行`}）${message}`,
      ),
    );
  const nameOf = new Map(list.units.units.map(({ code, name }) => [code, name]));
  return list.people.map(({ username, name, unit, post }) => ({
    username,
    name,
    unit: nameOf.get(unit) ?? unit,
    role: roleOfPost(post),
  }));
}
