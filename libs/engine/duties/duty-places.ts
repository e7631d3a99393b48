import {
  reaches,
  type Duty,
  type Policy,
  type Role,
  type RoleInScope,
  type SubjectScope,
} from '#accountability';
import { civilDateOf } from '#calendar';
import { actionsOfPlan, roleHolders, type DutyAction, type RoleHolder } from '#persistence';
import type { Shell } from '../envelope.js';
import type { LoadedSubject } from '../loaded-subject.js';

/** What a duty is about, and on the line of which unit it stands. */
export interface DutyPlace {
  unitId: string;
  refId: string;
  actionCode: string | null;
}

/** Where the duties of a task's action and plan belong, read once a transaction. */
export class DutyPlaces {
  readonly #shell: Shell;
  readonly #actions = new Map<string, DutyAction[]>();
  #holders: RoleHolder[] | null = null;

  constructor(shell: Shell) {
    this.#shell = shell;
  }

  /**
   * The unit of a task force's office where the plan names it; else that of the person who holds the post, or who
   * stands in for it. Null: nobody does, anywhere.
   */
  async of(task: LoadedSubject, duty: Duty, policy: Policy): Promise<DutyPlace | null> {
    const { actionCode } = task.scope;
    const action = (await this.#actionsOf(task.planId)).find(({ code }) => code === actionCode) ?? null;
    const aboutAction = duty.about === 'action';
    if (aboutAction && action === null) return null;
    const place: SubjectScope = { ...task.scope, actionCode: aboutAction ? actionCode : null, unitIds: [] };
    const unitId =
      (duty.owedBy === 'taskForceOffice' && aboutAction ? action?.officeUnitId : null) ??
      (await this.#unitHolding(
        [duty.owedBy, ...(policy.standIns[duty.owedBy] ?? []), 'headquartersOffice'],
        place,
      ));
    if (unitId === null) return null;
    return {
      unitId,
      refId: aboutAction ? (action?.id ?? '') : task.planId,
      actionCode: place.actionCode,
    };
  }

  async #unitHolding(roles: readonly Role[], place: SubjectScope): Promise<string | null> {
    this.#holders ??= await roleHolders(this.#shell.tx, civilDateOf(this.#shell.now));
    for (const role of roles) {
      const holder = this.#holders.find((held) => held.role === role && reaches(held as RoleInScope, place));
      if (holder) return holder.unitId;
    }
    return null;
  }

  async #actionsOf(planId: string): Promise<DutyAction[]> {
    const known = this.#actions.get(planId) ?? (await actionsOfPlan(this.#shell.tx, planId));
    this.#actions.set(planId, known);
    return known;
  }
}
