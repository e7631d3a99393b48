import { readFile } from 'node:fs/promises';
import { parsePolicy, type Policy, type Role } from '#accountability';
import { parseCalendar, type CalendarData } from '#calendar';
import { admitPeople, foundDistrict, type Engine } from '#engine';
import { hashPassword } from '#identity';
import { constraintCodeOf } from '#persistence';
import { parseScheme, type Scheme } from '#scoring';
import { decodeText, resolveUnitName, unitDirectory, type UnitSeed } from '#plan';
import { CliError } from '../cli-error.js';
import { readGivenFile } from '../plan/read-file.js';
import { projectPath } from '../project-path.js';
import { jurisdictionsOf } from '../system/jurisdictions-of.js';
import { newPassword } from '../system/new-password.js';
import { withRecord } from '../system/with-record.js';
import { progress } from '../terminal/progress.js';
import { invalidFile } from './invalid-file.js';
import { ownNames, underOwnNames, type OwnNames } from './own-rules.js';
import { readPeopleFile } from './read-people-file.js';
import { readUnitsFile, type DistrictFacts, type ListedAccount } from './read-units-file.js';

export interface FoundOptions extends DistrictFacts {
  units: string;
  people?: string;
  calendar?: string;
  policy?: string;
  /** The place in 机关代字, such as 张武. */
  numberWord?: string;
  /** The administrator's name and account, and the unit they are of; left out: the office that runs plans. */
  administrator: string;
  username: string;
  unit?: string;
  data?: string;
}

export interface FirstAccount {
  username: string;
  name: string;
  role: Role;
  unit: string;
  /** Told once; must be changed when it is first used. */
  password: string;
}

export interface FoundedDistrict {
  jurisdictionId: string;
  name: string;
  units: number;
  /** What it issues under; null: what the given rules say. */
  names: OwnNames | null;
  accounts: FirstAccount[];
}

/**
 * Founds a district in the database, without the demonstration: units, calendar, rules, an administrator, the people
 * given. All of it or nothing.
 *
 * @throws CliError FILE_UNREADABLE, FILE_INVALID, REFUSED
 */
export async function foundDistrictFrom(options: FoundOptions): Promise<FoundedDistrict> {
  const { units, people } = await readUnitsFile(options.units, options);
  const listed = options.people === undefined ? [] : await readPeopleFile(options.people, units);
  const calendar = await calendarOf(options.calendar);
  const names =
    options.policy === undefined
      ? ownNames(units, unitOfAdministrator(options.unit, units), options.numberWord)
      : null;
  const given = await policyOf(options.policy);
  const policy = names === null ? given : underOwnNames(given, names);
  const scheme = await schemeOf();
  const everybody = [administratorOf(options, units), ...people, ...listed];
  const twice = everybody.find(
    ({ username }, i) => everybody.findIndex((one) => one.username === username) < i,
  );
  if (twice) throw new CliError('FILE_INVALID', `账号 ${twice.username} 给了两个人，没有改动任何数据。`);
  const accounts = everybody.map((one) => ({ ...one, password: newPassword() }));
  const hashed = await Promise.all(
    accounts.map(async ({ password, ...person }) => ({
      ...person,
      passwordHash: await hashPassword(password),
    })),
  );
  const nameOf = new Map(units.units.map(({ code, name }) => [code, name]));
  return withRecord(options, async (engine) => {
    await refuseSecondFounding(engine, units);
    progress(`建立 ${units.jurisdiction.name}（${units.jurisdiction.code}）：${units.units.length} 个单位`);
    const jurisdictionId = units.jurisdiction.code;
    const at = engine.context.clock.now();
    const founded = await engine.context.database
      .transaction({ jurisdictionId }, async (tx) => {
        const done = await foundDistrict(tx, { units, calendar, policy, scheme, at });
        await admitPeople(tx, hashed, at);
        return done;
      })
      .catch((error: unknown) => {
        if (constraintCodeOf(error) !== 'UsernameTaken') throw error;
        throw new CliError(
          'REFUSED',
          '有账号已被其他辖区的人使用，没有改动任何数据。请换用别的账号（如加上区划简称）。',
          {
            cause: error,
          },
        );
      });
    return {
      jurisdictionId,
      name: units.jurisdiction.name,
      units: founded.units,
      names,
      accounts: accounts.map(({ unit, ...one }) => ({ ...one, unit: nameOf.get(unit) ?? unit })),
    };
  });
}

async function refuseSecondFounding(engine: Engine, { jurisdiction }: UnitSeed): Promise<void> {
  const there = (await jurisdictionsOf(engine)).find(({ id }) => id === jurisdiction.code);
  if (there)
    throw new CliError(
      'REFUSED',
      `数据库中已有辖区 ${there.id}（${there.name}），不能再次建立。增加单位请用 npx luoshi units add。`,
    );
}

function administratorOf(options: FoundOptions, units: UnitSeed): ListedAccount {
  const { administrator: name, username } = options;
  if (!/^[a-z0-9][a-z0-9._-]{1,39}$/u.test(username))
    throw new CliError(
      'FILE_INVALID',
      `账号“${username}”不合规则：用小写字母、数字、点和连字符，2 至 40 位。`,
    );
  return { name, username, role: 'administrator', unit: unitOfAdministrator(options.unit, units) };
}

function unitOfAdministrator(named: string | undefined, seed: UnitSeed): string {
  if (named !== undefined) {
    const found = resolveUnitName(named, unitDirectory(seed));
    if (found.ok && !found.group) return found.unit;
    throw new CliError('FILE_INVALID', `单位目录中没有“${named}”，系统管理员须属于目录中的一个单位。`);
  }
  const single = seed.units.filter(({ group }) => !group);
  const chosen =
    single.find(({ functions }) => functions.includes('headquarters-office')) ??
    single.find(({ name }) => /政府办(?:公室)?$/u.test(name)) ??
    single.find(({ kind }) => kind === 'office') ??
    single[0];
  if (!chosen) throw new CliError('FILE_INVALID', '单位目录中只有单位组，没有一个具体单位。');
  return chosen.code;
}

const SEEDS = {
  calendar: 'seeds/calendars/cn-state-council.yaml',
  policy: 'seeds/policies/default.yaml',
  scheme: 'seeds/scoring/default.yaml',
};

async function calendarOf(file: string | undefined): Promise<CalendarData> {
  const parsed = parseCalendar(await textOf(file, SEEDS.calendar));
  if (parsed.ok) return parsed.data;
  throw problemsOf(file ?? SEEDS.calendar, parsed.errors);
}

async function policyOf(file: string | undefined): Promise<Policy> {
  const parsed = parsePolicy(await textOf(file, SEEDS.policy));
  if (parsed.ok) return parsed.value;
  throw problemsOf(file ?? SEEDS.policy, parsed.problems);
}

async function schemeOf(): Promise<Scheme> {
  const parsed = parseScheme(await textOf(undefined, SEEDS.scheme));
  if (parsed.ok) return parsed.value;
  throw problemsOf(SEEDS.scheme, parsed.problems);
}

const textOf = async (file: string | undefined, seed: string): Promise<string> =>
  file === undefined ? readFile(projectPath(seed), 'utf8') : decodeText(await readGivenFile(file));

const problemsOf = (
  file: string,
  problems: readonly { line: number; column: number; message: string }[],
): CliError =>
  invalidFile(
    file,
    problems.map(({ line, column, message }) => `${file}:${line}:${column} ${message}`),
  );
