import {
  dutyLineIdOf,
  keepsDuties,
  stateName,
  type LineItem,
  type Policy,
  type RaiseAlert,
  type Snapshot,
  type SubjectRef,
} from '#accountability';
import { dutyLinesKeptBy, openRequestsOn } from '#persistence';
import type { Beginning, Shell } from '../envelope.js';
import type { LoadedSubject } from '../loaded-subject.js';
import { DutyPlaces } from './duty-places.js';

/** An event for a line of a duty; the line is made where it is not there yet. */
export interface DutyCall {
  to: SubjectRef;
  begins: Beginning | null;
  event: { type: string; [fact: string]: unknown };
}

/**
 * What a task's coming alive or being over means for the duties about its action and its plan: the first live task
 * brings them onto their lines, the last one takes them off.
 */
export class DutyCalls {
  readonly #shell: Shell;
  readonly #places: DutyPlaces;
  /** Lines that this transaction has called: their rows do not tell yet. */
  readonly #called = new Map<string, Set<string>>();

  constructor(shell: Shell) {
    this.#shell = shell;
    this.#places = new DutyPlaces(shell);
  }

  async after(
    task: LoadedSubject,
    before: Snapshot,
    policy: Policy,
  ): Promise<{ calls: DutyCall[]; alerts: RaiseAlert[] }> {
    const [was, is] = [keepsDuties(before), keepsDuties(task.snapshot)];
    if (was === is) return { calls: [], alerts: [] };
    return is ? this.#joining(task, policy) : { calls: await this.#leaving(task), alerts: [] };
  }

  /** A task that lives comes under another policy: duties that it has not leave, those that are new are joined. */
  async afterAdoption(
    task: LoadedSubject,
    policy: Policy,
  ): Promise<{ calls: DutyCall[]; alerts: RaiseAlert[] }> {
    if (!keepsDuties(task.snapshot)) return { calls: [], alerts: [] };
    const stays = ({ duty, cadence }: { duty: string; cadence: string }): boolean =>
      policy.duties.some(({ name, every, kind }) => name === duty && (every === cadence || kind === 'part'));
    const gone = (await dutyLinesKeptBy(this.#shell.tx, task.planId, task.id)).filter((line) => !stays(line));
    const { calls, alerts } = await this.#joining(task, policy);
    return { calls: [...gone.map(({ id }) => leaves(id, task, '新政策不再要求')), ...calls], alerts };
  }

  async #joining(task: LoadedSubject, policy: Policy): Promise<{ calls: DutyCall[]; alerts: RaiseAlert[] }> {
    const calls: DutyCall[] = [];
    const alerts: RaiseAlert[] = [];
    for (const duty of policy.duties.filter(({ kind }) => kind !== 'part')) {
      const place = await this.#places.of(task, duty, policy);
      if (place === null) {
        alerts.push(vacancy(duty.owedBy));
        continue;
      }
      const { unitId, refId, actionCode } = place;
      const id = dutyLineIdOf(task.planId, unitId, duty.name, duty.every);
      const item: Omit<LineItem, 'live'> = {
        id: refId,
        kind: duty.about,
        refId,
        actionCode,
        askedByUnitId: null,
        once: false,
      };
      this.#remember(task.id, id);
      calls.push({
        to: { kind: 'reportingLine', id },
        begins: {
          planId: task.planId,
          policyVersion: task.policyVersion,
          scope: { ...task.scope, actionCode: null, unitIds: [unitId] },
          made: { id, planId: task.planId, unitId, duty: duty.name, cadence: duty.every },
        },
        event: { type: 'ITEM_JOINED', item, taskId: task.id },
      });
    }
    return { calls, alerts };
  }

  async #leaving(task: LoadedSubject): Promise<DutyCall[]> {
    const { tx } = this.#shell;
    const reason = REASONS[stateName((task.snapshot.value as { life: unknown }).life)] ?? '任务不再推进';
    const lines = new Set([
      ...(await dutyLinesKeptBy(tx, task.planId, task.id)).map(({ id }) => id),
      ...(this.#called.get(task.id) ?? []),
    ]);
    return [
      ...[...lines].sort().map((id) => leaves(id, task, reason)),
      ...(await openRequestsOn(tx, task.id)).map((id): DutyCall => ({
        to: { kind: 'obligation', id },
        begins: null,
        event: { type: 'EXCUSED', reason, keepsFiled: true },
      })),
    ];
  }

  #remember(taskId: string, lineId: string): void {
    const lines = this.#called.get(taskId) ?? new Set();
    this.#called.set(taskId, lines.add(lineId));
  }
}

const leaves = (id: string, task: LoadedSubject, reason: string): DutyCall => ({
  to: { kind: 'reportingLine', id },
  begins: null,
  event: { type: 'ITEM_LEFT', taskId: task.id, itemId: null, reason },
});

const REASONS: Readonly<Record<string, string>> = {
  suspended: '任务暂缓',
  closed: '任务已销号',
  withdrawn: '任务已撤销',
  confirmed: '任务收回',
};

const vacancy = (role: string): RaiseAlert => ({
  type: 'raiseAlert',
  name: `vacancy:${role}`,
  level: 'info',
  unitId: null,
  facts: { role },
});
