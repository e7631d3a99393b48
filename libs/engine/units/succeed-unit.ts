import { identifierOf, refuse, type Outcome } from '#accountability';
import type { CivilDate, Instant } from '#calendar';
import {
  groupsOf,
  hangsOn,
  insertSuccessions,
  lockDirectory,
  takeBackSuccession,
  timesSucceeded,
  type Transaction,
} from '#persistence';
import { successorsOf, type SuccessionKind } from '#plan';
import { tasksToHandOver } from '../tasks/tasks-to-hand-over.js';
import { readDirectory } from './directory-of.js';
import { recordSetting } from '../trail/index.js';

export interface SucceedUnit {
  predecessorId: string;
  /** One; several where the unit was split. */
  successorIds: readonly string[];
  kind: SuccessionKind;
  /** The first day on which the successors answer. */
  from: CivilDate;
  reason: string;
  by: string | null;
  at: Instant;
  /** Say what it would mean, and record nothing. */
  dryRun?: boolean | undefined;
}

/** What a succession leaves to be done: it moves no task and no person by itself. */
export interface UnitSucceeded {
  /** What became of the unit, in words. */
  note: string;
  /** Tasks that it still leads, closed and withdrawn ones not counted. */
  tasksToReassign: number;
  /** Tasks under way that `succeedInTasks` would move to one successor. */
  tasksToHandOver: number;
  /** People in office whose account still belongs to it. */
  people: number;
  /** Groups that still name it as a member. */
  groups: { id: string; name: string }[];
}

/**
 * Records that a unit was renamed, merged into another or split. Its name in a document leads to the successor from
 * then on; the unit itself, its cards and its record stay. Tasks that run are not moved: a person reassigns them.
 * Refused: UnitUnknown, UnitSuccessionInvalid (itself, a circle, a group, already succeeded, several for a rename).
 */
export async function succeedUnit(tx: Transaction, given: SucceedUnit): Promise<Outcome<UnitSucceeded>> {
  await lockDirectory(tx);
  const { directory, codeOfUnit } = await readDirectory(tx);
  const successorIds = [...new Set(given.successorIds)];
  const units = [given.predecessorId, ...successorIds].map((id) =>
    directory.units.get(codeOfUnit.get(id) ?? ''),
  );
  const known = units.filter((unit) => unit !== undefined);
  const [predecessor, ...successors] = known;
  if (known.length < units.length || !predecessor)
    return refuse('UnitUnknown', '所选单位中有不在单位目录内的，请先登记。');
  const invalid = (message: string): Outcome<never> => refuse('UnitSuccessionInvalid', message);
  if (successors.length === 0) return invalid('请指定承接的单位。');
  if (known.some(({ group }) => group)) return invalid('单位组没有沿革；请改它的成员。');
  if (successors.includes(predecessor)) return invalid(`“${predecessor.name}”不能由自己承接。`);
  if (given.kind === 'split' ? successors.length < 2 : successors.length > 1)
    return invalid(
      given.kind === 'split' ? '拆分至少有两个承接单位。' : '更名、合并只有一个承接单位；拆分请选“拆分”。',
    );
  if (directory.successions.has(predecessor.code))
    return invalid(`${successorsOf(predecessor.code, directory).note ?? ''}，已经登记；如有误请先撤销。`);
  const circle = successors.find(({ code }) => reaches(code, predecessor.code, directory));
  if (circle) return invalid(`“${circle.name}”此前已由“${predecessor.name}”承接，不能再反过来承接。`);
  if (given.dryRun === true) {
    const would = successors.map(({ code }) => ({
      ...{ predecessor: predecessor.code, successor: code, kind: given.kind },
      ...{ from: given.from, reason: given.reason },
    }));
    const successions = new Map(directory.successions).set(predecessor.code, would);
    return {
      ok: true,
      value: await left(tx, given.predecessorId, predecessor.code, { ...directory, successions }),
    };
  }
  const times = await timesSucceeded(tx, given.predecessorId);
  await insertSuccessions(
    tx,
    successorIds.map((successorId) => ({
      id: identifierOf(given.predecessorId, 'succession', successorId, String(times)),
      predecessorId: given.predecessorId,
      successorId,
      kind: given.kind,
      from: given.from,
      reason: given.reason,
      at: given.at,
      by: given.by,
    })),
  );
  await recordSetting(tx, {
    action: 'unitChanged',
    by: given.by,
    target: { kind: 'unit', id: given.predecessorId },
    details: { change: 'succeeded', kind: given.kind, from: given.from, successorIds },
    before: { name: predecessor.name },
    after: { names: successors.map(({ name }) => name), reason: given.reason },
  });
  const { directory: now } = await readDirectory(tx);
  return { ok: true, value: await left(tx, given.predecessorId, predecessor.code, now) };
}

async function left(
  tx: Transaction,
  unitId: string,
  code: string,
  directory: Parameters<typeof successorsOf>[1],
): Promise<UnitSucceeded> {
  const { tasksLed, people } = await hangsOn(tx, unitId);
  return {
    note: successorsOf(code, directory).note ?? '',
    tasksToReassign: tasksLed,
    tasksToHandOver: (await tasksToHandOver(tx, unitId)).length,
    people,
    groups: await groupsOf(tx, unitId),
  };
}

/** Whether a unit, over any number of changes, ends up with another. */
function reaches(from: string, to: string, directory: Parameters<typeof successorsOf>[1]): boolean {
  const seen = new Set<string>();
  const look = (code: string): boolean => {
    if (code === to) return true;
    if (seen.has(code)) return false;
    seen.add(code);
    return (directory.successions.get(code) ?? []).some(({ successor }) => look(successor));
  };
  return look(from);
}

/** A succession recorded by mistake is taken back. Refused: UnitSuccessionInvalid where none is in force. */
export async function takeBackSuccessionOf(
  tx: Transaction,
  {
    predecessorId,
    reason,
    by,
    at,
  }: { predecessorId: string; reason?: string | undefined; by: string | null; at: Instant },
): Promise<Outcome<{ takenBack: number }>> {
  await lockDirectory(tx);
  const takenBack = await takeBackSuccession(tx, predecessorId, at, by);
  if (takenBack === 0) return refuse('UnitSuccessionInvalid', '该单位没有登记过沿革，或已经撤销。');
  await recordSetting(tx, {
    action: 'unitChanged',
    by,
    target: { kind: 'unit', id: predecessorId },
    details: { change: 'successionTakenBack', count: takenBack },
    ...(reason !== undefined && { after: { reason } }),
  });
  return { ok: true, value: { takenBack } };
}
