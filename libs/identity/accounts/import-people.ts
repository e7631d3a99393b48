import { isAdministration, personIdOf, type Role, type RoleInScope } from '#accountability';
import { civilDateOf, type CivilDate, type Instant } from '#calendar';
import { readDirectory, recordAccountChange, registerUnit, type RecordedDirectory } from '#engine';
import {
  insertCredential,
  insertPeople,
  insertRoleAssignments,
  settleVacancies,
  type Transaction,
} from '#persistence';
import { resolveUnitName } from '#plan';
import { identityRejection, type IdentityOutcome } from '../identity-rejection.js';
import { hashPassword } from '../password.js';
import { mayAct } from './account-acts.js';
import { inOneTransaction, type Administering } from './administer.js';
import { assignmentIdOf } from './create-account.js';
import { firstPassword } from './first-password.js';
import { readRoles } from './read-roles.js';

/** A line of a list: a unit, and where it names one, a person of it with a post. */
export interface ListLine {
  line: number;
  unit: string;
  /** One of UNIT_KINDS. */
  kind: string;
  aliases: readonly string[];
  person: { name: string; username: string; role: Role } | null;
}

export type LineResult =
  'newUnit' | 'newPerson' | 'movedPerson' | 'granted' | 'toGrant' | 'unchanged' | 'refused';
export interface ImportedLine {
  line: number;
  what: string;
  result: LineResult;
  message: string;
}
export interface Imported {
  lines: ImportedLine[];
  firstPasswords: { username: string; name: string; password: string }[];
}

interface Importing {
  by: Administering;
  tx: Transaction;
  directory: RecordedDirectory;
  now: Instant;
  today: CivilDate;
  reason: string;
  dryRun: boolean;
  done: Imported;
  accounts: Map<string, Known>;
}

interface Known {
  id: string;
  unitId: string;
  name: string;
  active: boolean;
}

/** A trial is the work itself, rolled back. */
class Trial extends Error {
  constructor(readonly imported: Imported) {
    super('trial');
  }
}

/**
 * Brings a list in, line by line: units and people where the system administrator does it, their posts where the security
 * administrator does. A line that cannot be is refused by itself, the others are done. With `dryRun` nothing stays.
 *
 * Rejections: NotPermitted.
 */
export async function importPeople(
  by: Administering,
  lines: readonly ListLine[],
  { dryRun, reason }: { dryRun: boolean; reason: string },
): Promise<IdentityOutcome<Imported>> {
  if (!mayAct(by.actor, 'create') && !mayAct(by.actor, 'grantRole')) return identityRejection('NotPermitted');
  try {
    return await inOneTransaction(by, async (tx) => {
      const importing: Importing = {
        by,
        tx,
        directory: await readDirectory(tx),
        now: by.identity.clock.now(),
        today: civilDateOf(by.engine.clock.now()),
        reason,
        dryRun,
        done: { lines: [], firstPasswords: [] },
        accounts: await accountsNamed(tx, lines),
      };
      for (const line of lines) await takeLine(importing, line);
      if (dryRun) throw new Trial(importing.done);
      return { ok: true, value: importing.done };
    });
  } catch (error) {
    if (error instanceof Trial) return { ok: true, value: error.imported };
    throw error;
  }
}

async function takeLine(importing: Importing, line: ListLine): Promise<void> {
  const say = (what: string, result: LineResult, message = ''): void => {
    importing.done.lines.push({ line: line.line, what, result, message });
  };
  const unitId = await unitOf(importing, line, say);
  if (unitId === null || line.person === null) return;
  const { name, username, role } = line.person;
  const what = `${name}（${username}）`;
  const known = importing.accounts.get(username);
  if (mayAct(importing.by.actor, 'create')) {
    if (known === undefined) await makePerson(importing, { unitId, name, username }, say);
    else if (!known.active) return say(what, 'refused', '该人员已离任，账号不能再用。');
    else if (known.unitId !== unitId || known.name !== name)
      await movePerson(importing, known, { unitId, name, username }, say);
    else say(what, 'unchanged');
  }
  if (importing.accounts.has(username)) await givePost(importing, { unitId, username, role, what }, say);
  else say(what, 'refused', '没有这个账号，或已被其他辖区使用。请先由系统管理员开设。');
}

type Say = (what: string, result: LineResult, message?: string) => void;

/** The unit that the line names; null: there is none, and none was made. */
async function unitOf(importing: Importing, line: ListLine, say: Say): Promise<string | null> {
  const { by, tx, now, reason } = importing;
  const found = resolveUnitName(line.unit, importing.directory.directory);
  if (found.ok) {
    if (!found.group) return importing.directory.idOfUnit.get(found.unit) ?? null;
    if (line.person !== null) say(line.unit, 'refused', '是单位组，不能有自己的人员。');
    return null;
  }
  if (!mayAct(by.actor, 'create')) {
    say(line.unit, 'refused', '单位名录中没有这个单位。请先由系统管理员导入。');
    return null;
  }
  const { unit: name, kind, aliases } = line;
  const made = await registerUnit(tx, { name, kind, aliases, reason, by: by.actor.personId, at: now });
  if (!made.ok) {
    say(line.unit, 'refused', made.rejection.message);
    return null;
  }
  importing.directory = await readDirectory(tx);
  say(line.unit, 'newUnit');
  return made.value.unitId;
}

async function makePerson(
  { by, tx, now, dryRun, reason, done, accounts }: Importing,
  { unitId, name, username }: { unitId: string; name: string; username: string },
  say: Say,
): Promise<void> {
  const taken = await tx.query('select from person_of_username($1)', [username]);
  if (taken.length > 0) return;
  const id = personIdOf(by.jurisdictionId, username);
  const password = firstPassword();
  await insertPeople(tx, [{ id, unitId, name, username }]);
  // Of what is rolled back nobody needs the hash, which takes its time on purpose.
  const passwordHash = dryRun ? '' : await hashPassword(password);
  await insertCredential(tx, { personId: id, passwordHash, mustChange: true, at: now });
  await recordAccountChange(tx, by.origin, {
    action: 'accountCreated',
    at: now,
    personIds: [id],
    details: { unitId, imported: true },
    after: { username, name, reason },
  });
  accounts.set(username, { id, unitId, name, active: true });
  if (!dryRun) done.firstPasswords.push({ username, name, password });
  say(`${name}（${username}）`, 'newPerson');
}

async function movePerson(
  { by, tx, now, reason }: Importing,
  known: Known,
  { unitId, name, username }: { unitId: string; name: string; username: string },
  say: Say,
): Promise<void> {
  await tx.execute(
    `update person set name = $3, unit_id = $4, access_version = access_version + 1
     where jurisdiction_id = $1 and id = $2`,
    [by.jurisdictionId, known.id, name, unitId],
  );
  await recordAccountChange(tx, by.origin, {
    action: known.unitId === unitId ? 'accountChanged' : 'accountMoved',
    at: now,
    personIds: [known.id],
    details: { fromUnitId: known.unitId, toUnitId: unitId, imported: true },
    before: { name: known.name },
    after: { name, reason },
  });
  say(`${name}（${username}）`, 'movedPerson', '岗位不随单位变动，请由安全管理员核对。');
  Object.assign(known, { unitId, name });
}

const OF_A_UNIT: ReadonlySet<Role> = new Set<Role>(['leadUnitHead', 'liaison', 'supportUnitLiaison']);

async function givePost(
  { by, tx, now, today, reason, accounts }: Importing,
  { unitId, username, role, what }: { unitId: string; username: string; role: Role; what: string },
  say: Say,
): Promise<void> {
  const known = accounts.get(username);
  if (known === undefined) return;
  const scope: RoleInScope = OF_A_UNIT.has(role)
    ? { role, scopeKind: 'unit', scopeId: unitId }
    : { role, scopeKind: 'jurisdiction', scopeId: by.jurisdictionId };
  const held = await readRoles(tx, [known.id], today);
  if (held.some((one) => one.role === role && one.scopeId === scope.scopeId)) return;
  if (isAdministration(role)) return say(what, 'refused', '三员的角色不从名单授予，请在账号页面单独办理。');
  if (!mayAct(by.actor, 'grantRole')) return say(what, 'toGrant', '岗位须由安全管理员用同一名单授予。');
  if (known.id === by.actor.personId) return say(what, 'refused', '不能办理本人的账号。');
  if (!known.active) return say(what, 'refused', '该人员已离任。');
  if (held.some((one) => isAdministration(one.role))) return say(what, 'refused', '三员不能兼任其他角色。');
  const assignmentId = assignmentIdOf(known.id, role, scope.scopeKind, scope.scopeId, now);
  await insertRoleAssignments(tx, [
    { id: assignmentId, personId: known.id, ...scope, validFrom: today, validTo: null },
  ]);
  if (scope.scopeKind === 'unit') await settleVacancies(tx, unitId, role, now);
  await tx.execute(
    'update person set access_version = access_version + 1 where jurisdiction_id = $1 and id = $2',
    [by.jurisdictionId, known.id],
  );
  await recordAccountChange(tx, by.origin, {
    action: 'roleGranted',
    at: now,
    personIds: [known.id],
    details: { ...scope, from: today, assignmentId, imported: true },
    after: { reason },
  });
  say(what, 'granted');
}

async function accountsNamed(tx: Transaction, lines: readonly ListLine[]): Promise<Map<string, Known>> {
  const rows = await tx.query<Known & { username: string }>(
    `select id, unit_id as "unitId", name, active and barred_at is null as active, username
     from person where jurisdiction_id = $1 and username = any ($2::text[]) order by id for update`,
    [tx.scope.jurisdictionId, lines.flatMap(({ person }) => (person === null ? [] : [person.username]))],
  );
  return new Map(rows.map(({ username, ...known }) => [username, known]));
}
