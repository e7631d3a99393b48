import { identifierOf, refuse, unitIdOf, type Outcome } from '#accountability';
import type { Instant } from '#calendar';
import { insertUnitChange, insertUnits, lockDirectory, type Transaction } from '#persistence';
import { UNIT_KINDS, unitCodeOf, type UnitDirectory, type UnitKind } from '#plan';
import { readDirectory } from './directory-of.js';
import { recordSetting } from '../trail/index.js';

export interface RegisterUnit {
  name: string;
  /** One of UNIT_KINDS. */
  kind: string;
  aliases?: readonly string[] | undefined;
  /** Ids of the member units, for kind `group`. */
  memberIds?: readonly string[] | undefined;
  reason?: string | undefined;
  by: string | null;
  at: Instant;
}

export interface RegisteredUnit {
  unitId: string;
  code: string;
  name: string;
}

/**
 * Puts a unit into the record. Its code follows from the normal form of its name and never changes.
 * Refused: InputInvalid, UnitUnknown (a member), UnitExists and UnitNameClaimed where a name is taken.
 */
export async function registerUnit(tx: Transaction, given: RegisterUnit): Promise<Outcome<RegisteredUnit>> {
  const name = given.name.trim();
  const kind = UNIT_KINDS.find((known) => known === given.kind);
  if ([...name].length < 2) return refuse('InputInvalid', '单位名称至少两个字。', { field: 'name' });
  if (kind === undefined)
    return refuse('InputInvalid', `没有“${given.kind}”这一单位类别，请从类别中选一个。`, {
      field: 'kind',
    });
  if ((given.memberIds?.length ?? 0) > 0 && kind !== 'group')
    return refuse('UnitIsNoGroup', '只有类别为 group 的单位可以有成员。', { field: 'memberIds' });
  await lockDirectory(tx);
  const { directory, codeOfUnit } = await readDirectory(tx);
  const aliases = [
    ...new Set((given.aliases ?? []).map((alias) => alias.trim()).filter((alias) => alias !== '')),
  ];
  const taken = takenName(name, aliases, directory);
  if (taken) return taken;
  const members = (given.memberIds ?? []).map((id) => codeOfUnit.get(id));
  if (!members.every((code): code is string => code !== undefined))
    return refuse('UnitUnknown', '所选成员中有不在单位目录内的，请核对。', { field: 'memberIds' });
  const { jurisdictionId } = tx.scope;
  const code = unitCodeOf(jurisdictionId, directory.normalForm(name), (one) => directory.units.has(one));
  const unitId = unitIdOf(jurisdictionId, code);
  await insertUnits(tx, [unitRow(unitId, code, name, kind, aliases, members)]);
  await insertUnitChange(tx, {
    id: identifierOf(unitId, 'registered'),
    unitId,
    kind: 'registered',
    before: null,
    after: { name, kind, aliases, members },
    reason: given.reason ?? '',
    at: given.at,
    by: given.by,
  });
  await recordSetting(tx, {
    action: 'unitChanged',
    by: given.by,
    target: { kind: 'unit', id: unitId },
    details: { change: 'registered' },
    after: { name, kind, aliases, members, reason: given.reason ?? '' },
  });
  return { ok: true, value: { unitId, code, name } };
}

const unitRow = (
  id: string,
  code: string,
  name: string,
  kind: UnitKind,
  aliases: string[],
  members: string[],
): Parameters<typeof insertUnits>[1][number] => ({
  id,
  code,
  name,
  kind,
  isGroup: kind === 'group',
  aliases,
  desks: [],
  members,
});

function takenName(name: string, aliases: readonly string[], directory: UnitDirectory) {
  const owner = directory.byName.get(directory.normalForm(name));
  if (owner)
    return refuse(
      'UnitExists',
      owner.unit.name === name
        ? `单位“${name}”已经登记，不能重复登记。`
        : `“${name}”已是“${owner.unit.name}”的名称或别名，不能再登记为新单位。`,
      { unit: owner.unit.name },
    );
  for (const alias of aliases) {
    const other = directory.byName.get(directory.normalForm(alias));
    if (other)
      return refuse('UnitNameClaimed', `“${alias}”已是“${other.unit.name}”的名称或别名，不能再作别名。`, {
        printed: alias,
        unit: other.unit.name,
      });
  }
  return null;
}
