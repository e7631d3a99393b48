import { MACHINE_VERSION, type SubjectKind } from '#accountability';
import { PersistenceError } from '#persistence';

/**
 * A subject that a newer release has had in its hands is not touched by this one: what this one does not know of it
 * would be lost without a word. The transaction ends with nothing written, and a process of the newer release does
 * the work.
 *
 * @throws PersistenceError SNAPSHOT_NEWER
 */
export function refuseNewer(kind: SubjectKind, row: { id: string; machineVersion: number }): void {
  const known = MACHINE_VERSION[kind];
  if (row.machineVersion <= known) return;
  throw new PersistenceError(
    'SNAPSHOT_NEWER',
    `事项 ${kind}/${row.id} 已由较新版本的程序办理（第 ${row.machineVersion} 版，本程序只认识到第 ${known} 版），` +
      '没有改动。请把本进程换成较新的版本。',
  );
}
