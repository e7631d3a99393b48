import { UNIT_KIND_LABELS, successorsOf, type UnitDirectory } from '#plan';
import {
  labelOf,
  ROLE_LABELS,
  UNIT_SUCCESSION_LABELS,
  type UnitActName,
  type UnitFile,
  type UnitRecord,
} from '#contract';
import { membersTag, tasksToHandOver } from '#engine';
import {
  groupsOf,
  learnedAliasesOf,
  peopleOf,
  postsOf,
  readUnitFile,
  successionsOf,
  unitChangesOf,
  type Transaction,
  type UnitRecordRow,
  type UnitSuccessionRow,
} from '#persistence';
import type { CivilDate } from '#calendar';
import { toHandOverView } from '../new-task/handed-over.view.js';
import { personRef, unitRef } from '../view/refs.js';

const CHANGES = { registered: '登记', membersSet: '设定成员' } as const;

const kindLabel = (kind: string): string => labelOf(UNIT_KIND_LABELS, kind);
const nameOf = (code: string, directory: UnitDirectory): string => directory.units.get(code)?.name ?? code;

/** What became of each unit and what it was before, read off the directory once for a page. */
export function unitRecordViews(rows: readonly UnitRecordRow[], directory: UnitDirectory): UnitRecord[] {
  const before = new Map<string, string[]>();
  for (const successions of directory.successions.values())
    for (const { predecessor, successor } of successions)
      before.set(successor, [...(before.get(successor) ?? []), nameOf(predecessor, directory)]);
  return rows.map((row) => ({
    ...common(row, directory),
    aliases: row.aliases,
    members: row.members.length,
    predecessors: before.get(row.code) ?? [],
    people: row.people,
  }));
}

const common = (row: UnitRecordRow, directory: UnitDirectory) => ({
  ...unitRef(row.id, row.name),
  code: row.code,
  kind: row.kind,
  kindLabel: kindLabel(row.kind),
  isGroup: row.is_group,
  succeeded: successorsOf(row.code, directory).note,
  vacant: row.vacant.map((role) => ({ code: role, label: labelOf(ROLE_LABELS, role) })),
  tasksLed: row.tasks_led,
});

/** All that is known of one unit; null where there is none. `may`: what whoever looks could do to some unit. */
export async function unitFileView(
  tx: Transaction,
  unitId: string,
  today: CivilDate,
  { directory, idOfUnit }: { directory: UnitDirectory; idOfUnit: ReadonlyMap<string, string> },
  may: { administer: boolean; succeedInTasks: boolean },
): Promise<UnitFile | null> {
  const row = await readUnitFile(tx, unitId, today);
  if (row === null) return null;
  const learned = await learnedAliasesOf(tx, unitId);
  const successions = await successionsOf(tx, unitId);
  const people = await peopleOf(tx, unitId, today);
  const deskName = (code: string): string =>
    directory.units.get(row.code)?.desks.find((desk) => desk.code === code)?.name ?? code;
  const successors = successions.filter((one) => one.predecessor_id === unitId);
  const toHandOver = may.succeedInTasks ? await tasksToHandOver(tx, unitId) : [];
  return {
    ...common(row, directory),
    aliases: [
      ...row.own_aliases.map((printed) => ({
        ...{ printed, origin: 'directory' as const, desks: [] },
        ...{ learnedFrom: null, learnedAt: null, learnedBy: null },
      })),
      ...learned.map((alias) => ({
        printed: alias.printed,
        origin: 'learned' as const,
        desks: alias.desks.map(deskName),
        learnedFrom: alias.learned_from,
        learnedAt: alias.at,
        learnedBy: personRef(alias.by_id, alias.by_name),
      })),
    ],
    desks: row.desks.map(({ name, aliases = [] }) => ({ name, aliases })),
    members: row.members.map((code) => unitRef(idOfUnit.get(code) ?? '', nameOf(code, directory))),
    groups: await groupsOf(tx, unitId),
    predecessors: successions.filter((one) => one.predecessor_id !== unitId).map(successionView),
    successors: successors.map(successionView),
    posts: (await postsOf(tx, unitId, today)).map((post) => ({
      role: post.role as keyof typeof ROLE_LABELS,
      label: labelOf(ROLE_LABELS, post.role),
      person: { id: post.person_id, name: post.person_name },
      validTo: post.valid_to,
    })),
    people: people.map(({ roles, ...person }) => ({
      ...person,
      roles: roles.map((role) => labelOf(ROLE_LABELS, role)),
    })),
    tasksSupported: row.tasks_supported,
    changes: (await unitChangesOf(tx, unitId)).map((change) => ({
      kind: change.kind,
      kindLabel: CHANGES[change.kind],
      at: change.at,
      by: personRef(change.by_id, change.by_name),
      reason: change.reason,
    })),
    toHandOver: toHandOver.map(toHandOverView),
    allowedActs: actsOn(
      {
        ...{ isGroup: row.is_group, succeeded: successors.length > 0 },
        ...{ learned: learned.length > 0, toHandOver: successors.length > 0 && toHandOver.length > 0 },
      },
      may,
    ),
    etag: `"${membersTag(unitId, row.members)}"`,
  };
}

const successionView = (one: UnitSuccessionRow): UnitFile['successors'][number] => ({
  unit: unitRef(one.unit_id, one.unit_name),
  kind: one.kind,
  kindLabel: UNIT_SUCCESSION_LABELS[one.kind],
  from: one.from,
  reason: one.reason,
  recordedAt: one.at,
  recordedBy: personRef(one.by_id, one.by_name),
});

function actsOn(
  unit: { isGroup: boolean; succeeded: boolean; learned: boolean; toHandOver: boolean },
  may: { administer: boolean; succeedInTasks: boolean },
): UnitActName[] {
  const acts: [UnitActName, boolean][] = [
    ['learnAlias', may.administer],
    ['takeBackAlias', may.administer && unit.learned],
    ['succeed', may.administer && !unit.isGroup && !unit.succeeded],
    ['takeBackSuccession', may.administer && unit.succeeded],
    ['setMembers', may.administer && unit.isGroup],
    ['succeedInTasks', may.succeedInTasks && unit.toHandOver],
  ];
  return acts.filter(([, allowed]) => allowed).map(([act]) => act);
}
