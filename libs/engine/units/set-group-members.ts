import { identifierOf, refuse, type Outcome } from '#accountability';
import type { Instant } from '#calendar';
import { insertUnitChange, lockDirectory, setUnitMembers, type Transaction } from '#persistence';
import { settingsTag } from '../settings-tag.js';
import { readDirectory } from './directory-of.js';
import { recordSetting } from '../trail/index.js';

export interface SetGroupMembers {
  groupId: string;
  /** All members; those that are left out are members no longer. */
  memberIds: readonly string[];
  reason?: string | undefined;
  /** What `membersTag` said of the members that were seen; absent: whatever they are. */
  seen?: string | undefined;
  by: string | null;
  at: Instant;
}

/**
 * Says which units a group (各乡〈街道〉) stands for, from now on; what was dispatched stays with whom it was
 * dispatched to. Refused: UnitUnknown, UnitIsNoGroup (also where a member is a group itself), VersionConflict.
 */
export async function setGroupMembers(
  tx: Transaction,
  { groupId, memberIds, reason, seen, by, at }: SetGroupMembers,
): Promise<Outcome<{ members: number }>> {
  await lockDirectory(tx);
  const { directory, codeOfUnit } = await readDirectory(tx);
  const group = directory.units.get(codeOfUnit.get(groupId) ?? '');
  if (!group) return refuse('UnitUnknown', '所选单位组不在单位目录中，请核对。', { unitId: groupId });
  if (!group.group)
    return refuse('UnitIsNoGroup', `“${group.name}”是一个单位，不是单位组，不能设置成员。`, {
      unitId: groupId,
    });
  if (seen !== undefined && seen !== membersTag(groupId, group.members))
    return refuse('VersionConflict', `“${group.name}”的成员刚刚有人改过；请刷新后，在最新内容上重新设定。`, {
      unitId: groupId,
    });
  const members: string[] = [];
  for (const id of new Set(memberIds)) {
    const unit = directory.units.get(codeOfUnit.get(id) ?? '');
    if (!unit) return refuse('UnitUnknown', '所选成员中有不在单位目录内的，请核对。', { unitId: id });
    if (unit.group)
      return refuse('UnitIsNoGroup', `“${unit.name}”本身是单位组，不能作成员；请逐一选定具体单位。`, {
        unitId: id,
      });
    members.push(unit.code);
  }
  await setUnitMembers(tx, groupId, members);
  await insertUnitChange(tx, {
    id: identifierOf(groupId, 'membersSet', String(await changesOf(tx, groupId))),
    unitId: groupId,
    kind: 'membersSet',
    before: group.members ?? [],
    after: members,
    reason: reason ?? '',
    at,
    by,
  });
  await recordSetting(tx, {
    action: 'unitChanged',
    by,
    target: { kind: 'unit', id: groupId },
    details: { change: 'membersSet' },
    before: { members: group.members ?? [] },
    after: { members, reason: reason ?? '' },
  });
  return { ok: true, value: { members: members.length } };
}

/** A mark of a group's members: another one as soon as they are others. */
export const membersTag = (groupId: string, codes: readonly string[] | undefined): string =>
  settingsTag([groupId, [...(codes ?? [])].sort()]);

async function changesOf(tx: Transaction, unitId: string): Promise<number> {
  const [row] = await tx.query<{ n: number }>('select count(*) as n from unit_change where unit_id = $1', [
    unitId,
  ]);
  return row?.n ?? 0;
}
