import { identifierOf, refuse, type Outcome } from '#accountability';
import type { Instant } from '#calendar';
import {
  insertUnitAlias,
  lockDirectory,
  takeBackUnitAlias,
  timesLearned,
  type Transaction,
} from '#persistence';
import { resolveUnitName } from '#plan';
import { readDirectory } from './directory-of.js';
import { recordSetting } from '../trail/index.js';

export interface LearnAlias {
  /** The name as a document prints it. */
  printed: string;
  unitId: string;
  /** Codes of the unit's desks that the name means; none: the unit as a whole. */
  desks?: readonly string[] | undefined;
  /** The document it stood in, in words. */
  learnedFrom: string;
  /** Null: nobody signed in, as at the command line. */
  by: string | null;
  at: Instant;
}

/**
 * A person says that a name means a unit; from now on `directoryOf` knows it. What says nothing new is no error.
 * Refused: UnitUnknown; UnitNameClaimed where another unit, or another desk, goes by that name.
 */
export async function learnAlias(tx: Transaction, alias: LearnAlias): Promise<Outcome<{ learned: boolean }>> {
  await lockDirectory(tx);
  const { directory, codeOfUnit } = await readDirectory(tx);
  const unit = directory.units.get(codeOfUnit.get(alias.unitId) ?? '');
  if (!unit)
    return refuse('UnitUnknown', '所选单位不在单位目录中，请刷新后重新选择。', { unitId: alias.unitId });
  const desks = [...new Set(alias.desks ?? [])].sort();
  const unknown = desks.find((desk) => !unit.desks.some(({ code }) => code === desk));
  if (unknown !== undefined)
    return refuse('UnitUnknown', `“${unit.name}”没有编号为 ${unknown} 的内设岗位，请核对。`, {
      desk: unknown,
    });
  const printed = alias.printed.trim();
  const form = directory.normalForm(printed);
  if ([...form].length < 2) return refuse('InputInvalid', '别名至少两个字。', { field: 'printed' });
  const claimed = directory.byName.get(form) ?? facetsOf(printed, directory);
  if (claimed) {
    const same = claimed.unit.code === unit.code && claimed.desks.join() === desks.join();
    if (same) return { ok: true, value: { learned: false } };
    const whole = claimed.unit.code === unit.code ? '（或其内设岗位）' : '';
    return refuse(
      'UnitNameClaimed',
      `“${printed}”已是“${claimed.unit.name}”${whole}的名称或别名，一个名称不能指两个单位。如原来的认领有误，请先撤销该别名。`,
      { printed, unit: claimed.unit.name },
    );
  }
  await insertUnitAlias(tx, {
    id: identifierOf(tx.scope.jurisdictionId, 'unitAlias', form, String(await timesLearned(tx, form))),
    normalForm: form,
    printed,
    unitId: alias.unitId,
    desks,
    learnedFrom: alias.learnedFrom,
    at: alias.at,
    by: alias.by,
  });
  await recordSetting(tx, {
    action: 'unitChanged',
    by: alias.by,
    target: { kind: 'unit', id: alias.unitId },
    details: { change: 'aliasLearned', desks },
    after: { printed, learnedFrom: alias.learnedFrom },
  });
  return { ok: true, value: { learned: true } };
}

/** A name with desks in brackets already means something, without an entry of its own. */
function facetsOf(
  printed: string,
  directory: Parameters<typeof resolveUnitName>[1],
): { unit: { code: string; name: string }; desks: readonly string[] } | undefined {
  const found = resolveUnitName(printed, { ...directory, successions: new Map() });
  return found.ok ? { unit: { code: found.unit, name: found.name }, desks: found.desks } : undefined;
}

export interface TakeBackAlias {
  printed: string;
  /** It is taken back from this unit alone; absent: from whichever has it. */
  unitId?: string | undefined;
  reason?: string | undefined;
  by: string | null;
  at: Instant;
}

/** A learned name is taken back; what was resolved by it stays as it is. Refused: UnitAliasUnknown. */
export async function takeBackAlias(
  tx: Transaction,
  { printed, unitId, reason, by, at }: TakeBackAlias,
): Promise<Outcome<{ takenBack: true }>> {
  await lockDirectory(tx);
  const { directory } = await readDirectory(tx);
  const form = directory.normalForm(printed);
  const ofUnit = await takeBackUnitAlias(tx, form, { at, by, ofUnit: unitId ?? null });
  if (ofUnit === null)
    return refuse(
      'UnitAliasUnknown',
      `没有学到过别名“${printed}”，或已经撤销；单位目录文件中的别名请在目录中改。`,
      {
        printed,
      },
    );
  await recordSetting(tx, {
    action: 'unitChanged',
    by,
    target: { kind: 'unit', id: ofUnit },
    details: { change: 'aliasTakenBack' },
    before: { printed },
    ...(reason !== undefined && { after: { reason } }),
  });
  return { ok: true, value: { takenBack: true } };
}
