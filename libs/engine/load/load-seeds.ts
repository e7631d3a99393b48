import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parsePolicy } from '#accountability';
import { parseCalendar } from '#calendar';
import type { DataFileProblem } from '#data-file';
import { beat, insertCredential, insertPeople, insertRoleAssignments } from '#persistence';
import { personIdOf } from '#accountability';
import {
  parsePlanSeed,
  parseUnitSeed,
  unitDirectory,
  type PlanSeed,
  type UnitDirectory,
  type UnitSeed,
} from '#plan';
import { parseScheme } from '#scoring';
import type { Engine } from '../create-engine.js';
import { demoPeople } from './demo-people.js';
import { importPlan } from './import-plan.js';
import { directoryOf } from '../units/directory-of.js';
import { foundDistrict } from '../units/found-district.js';
import { parsePeopleSeed } from './people-seed.js';

/** The heartbeat that marks a record as a rehearsal's: its clock is not the wall's. */
export const REHEARSAL = 'rehearsal';

export interface LoadSeedsOptions {
  seedsDir: string;
  /** Another plan than the bundled one, as a plan file (`luoshi.plan/1`). */
  planFile?: string | undefined;
  /** One password for all demo users, instead of a random one each. */
  demoPassword?: string | undefined;
  /** Makes a random password. Left out: nobody can sign in (a simulation). */
  newPassword?: (() => string) | undefined;
  hashPassword?: ((password: string) => Promise<string>) | undefined;
  /** Marks the record as one that lives on a rehearsal clock, in the transaction that founds it. */
  rehearsal?: boolean | undefined;
}

export interface DemoUser {
  username: string;
  name: string;
  role: string;
  password: string;
}

export interface LoadedSeeds {
  /** False: they were there already. */
  loaded: boolean;
  jurisdictionId: string;
  planCode: string;
  users: DemoUser[];
}

export class SeedError extends Error {
  constructor(
    readonly file: string,
    readonly problems: readonly { line: number; column: number; message: string }[],
  ) {
    super(problems.map(({ line, column, message }) => `${file}:${line}:${column} ${message}`).join('\n'));
  }
}

export interface Seeds {
  plan: PlanSeed;
  units: UnitSeed;
  directory: UnitDirectory;
}

const BUNDLED_PLAN = 'plans/wulingyuan-2024-eight-actions.yaml';

/** Reads and checks a plan file, the bundled one where none is named, and the units. @throws SeedError */
export async function readSeeds(seedsDir: string, planFile?: string): Promise<Seeds> {
  const file = planFile ?? path.join(seedsDir, BUNDLED_PLAN);
  const plan = parsePlanSeed(await readFile(file, 'utf8'));
  const units = parseUnitSeed(await readFile(path.join(seedsDir, 'units/wulingyuan.yaml'), 'utf8'));
  if (!plan.ok) throw new SeedError(planFile ?? BUNDLED_PLAN, plan.problems);
  if (!units.ok) throw new SeedError('units/wulingyuan.yaml', units.problems);
  return { plan: plan.value, units: units.value, directory: unitDirectory(units.value) };
}

/**
 * Loads `seeds/` into an empty database, in one transaction: jurisdiction, calendar, policy, units, people, plan.
 * Where the jurisdiction is there already, nothing is touched. @throws SeedError
 */
export async function loadSeeds(engine: Engine, options: LoadSeedsOptions): Promise<LoadedSeeds> {
  const { database, clock, book } = engine.context;
  const { plan, units, directory } = await readSeeds(options.seedsDir, options.planFile);
  const jurisdictionId = plan.jurisdiction.code;
  const there = await database.outsideTenants((tx) =>
    tx.query<{ id: string }>('select id from all_jurisdictions()'),
  );
  if (there.some(({ id }) => id === jurisdictionId))
    return { loaded: false, jurisdictionId, planCode: plan.id, users: [] };

  const calendar = parseCalendar(
    await readFile(path.join(options.seedsDir, 'calendars/cn-state-council.yaml'), 'utf8'),
  );
  if (!calendar.ok) throw new SeedError('calendars/cn-state-council.yaml', calendar.errors);
  const policy = checked(
    'policies/default.yaml',
    parsePolicy(await readFile(path.join(options.seedsDir, 'policies/default.yaml'), 'utf8')),
  );
  const scheme = checked(
    'scoring/default.yaml',
    parseScheme(await readFile(path.join(options.seedsDir, 'scoring/default.yaml'), 'utf8')),
  );
  const people = checked(
    'people/wulingyuan-demo.yaml',
    parsePeopleSeed(await readFile(path.join(options.seedsDir, 'people/wulingyuan-demo.yaml'), 'utf8')),
  );
  const demo = demoPeople(people, plan, directory, jurisdictionId);
  const users = await credentials(people.signIn, demo.people, demo.roles, options);

  const now = clock.now();
  await database.transaction({ jurisdictionId }, async (tx) => {
    await foundDistrict(tx, { units, calendar: calendar.data, policy, scheme, at: now });
    await insertPeople(tx, demo.people);
    await insertRoleAssignments(tx, demo.roles);
    for (const { username, hash, mustChange } of users) {
      await insertCredential(tx, {
        personId: personIdOf(jurisdictionId, username),
        passwordHash: hash,
        mustChange,
        at: now,
      });
    }
    const imported = await importPlan(tx, book, plan, await directoryOf(tx), policy.version, now);
    if (!imported.ok) throw new Error(imported.rejection.message);
    if (options.rehearsal === true) await beat(tx, REHEARSAL, now);
  });
  return {
    loaded: true,
    jurisdictionId,
    planCode: plan.id,
    users: users.map(({ username, name, role, password }) => ({ username, name, role, password })),
  };
}

function checked<T>(
  file: string,
  result: { ok: true; value: T } | { ok: false; problems: DataFileProblem[] },
): T {
  if (!result.ok) throw new SeedError(file, result.problems);
  return result.value;
}

async function credentials(
  signIn: readonly string[],
  people: readonly { id: string; username: string; name: string }[],
  roles: readonly { personId: string; role: string }[],
  options: LoadSeedsOptions,
): Promise<(DemoUser & { hash: string; mustChange: boolean })[]> {
  const { hashPassword, newPassword, demoPassword } = options;
  if (!hashPassword) return [];
  return Promise.all(
    signIn.map(async (username) => {
      const person = people.find((one) => one.username === username);
      if (!person)
        throw new SeedError('people/wulingyuan-demo.yaml', [
          { line: 1, column: 1, message: `signIn 中的 ${username} 不在人员名单中` },
        ]);
      const password = demoPassword ?? newPassword?.() ?? '';
      const role = roles.find(({ personId }) => personId === person.id)?.role ?? '';
      return {
        username,
        name: person.name,
        role,
        password,
        hash: await hashPassword(password),
        mustChange: false,
      };
    }),
  );
}
