import { unitIdOf, type Actor, type Role } from '#accountability';
import {
  addMinutes,
  civilDateOf,
  instantOf,
  project,
  addWorkingDays,
  type CivilDate,
  type Instant,
  type WorkingCalendar,
} from '#calendar';
import { roleHolders, type Queryable, type RoleHolder } from '#persistence';
import type { Engine, Outcome } from '#engine';
import type { Agenda } from './agenda.js';
import type { Chance } from './chance.js';
import type { Scenario } from './scenario.js';
import type { VirtualClock } from './virtual-clock.js';

/** What every behaviour works with: the product's own use cases, as the persons of the cast, on the virtual clock. */
export class Stage {
  readonly jurisdictionId: string;
  readonly engine: Engine;
  readonly clock: VirtualClock;
  readonly agenda: Agenda;
  readonly chance: Chance;
  readonly scenario: Scenario;
  readonly calendar: WorkingCalendar;
  #holders: { on: CivilDate; list: RoleHolder[] } | null = null;

  constructor(parts: {
    jurisdictionId: string;
    engine: Engine;
    clock: VirtualClock;
    agenda: Agenda;
    chance: Chance;
    scenario: Scenario;
    calendar: WorkingCalendar;
  }) {
    this.jurisdictionId = parts.jurisdictionId;
    this.engine = parts.engine;
    this.clock = parts.clock;
    this.agenda = parts.agenda;
    this.chance = parts.chance;
    this.scenario = parts.scenario;
    this.calendar = parts.calendar;
  }

  get now(): Instant {
    return this.clock.now();
  }

  /** The person who holds a role in a scope today; null where the desk is vacant. */
  async actor(role: Role, scopeId: string): Promise<Actor | null> {
    const on = civilDateOf(this.now);
    if (this.#holders?.on !== on) {
      const list = await this.engine.context.database.transaction(
        { jurisdictionId: this.jurisdictionId },
        (tx) => roleHolders(tx, on),
      );
      this.#holders = { on, list };
    }
    const { list } = this.#holders;
    const holder = list.find((held) => held.role === role && held.scopeId === scopeId);
    if (!holder) return null;
    return {
      personId: holder.personId,
      unitId: holder.unitId,
      roles: list
        .filter(({ personId }) => personId === holder.personId)
        .map(({ role: held, scopeKind, scopeId: scope }) => ({ role: held, scopeKind, scopeId: scope })),
    };
  }

  /** After a change of roles, who holds what is asked again. */
  rolesChanged(): void {
    this.#holders = null;
  }

  /** Who acts for a unit today: its liaison, or where there is none its head. */
  async ofUnit(unitId: string): Promise<Actor | null> {
    return (await this.actor('liaison', unitId)) ?? (await this.actor('leadUnitHead', unitId));
  }

  unitId(code: string): string {
    return unitIdOf(this.jurisdictionId, code);
  }

  read<T extends object>(sql: string, params: readonly unknown[] = []): Promise<T[]> {
    return this.engine.context.database.transaction(
      { jurisdictionId: this.jurisdictionId },
      (tx: Queryable) => tx.query<T>(sql, params),
    );
  }

  /** So many working hours from an instant. */
  afterHours(from: Instant, hours: number): Instant {
    return project({ kind: 'workingHours', from, hours }, [], this.calendar).at ?? from;
  }

  /** A working moment on the n-th working day from a date, between nine and eleven, drawn by name. */
  morning(date: CivilDate, workingDays: number, ...names: string[]): Instant {
    const day = addWorkingDays(this.calendar, date, workingDays);
    return addMinutes(instantOf(day, '09:00'), Math.floor(this.chance('morning', day, ...names) * 120));
  }
}

/** What the people of a scenario do must be allowed; a refusal is a mistake of the scenario or the product. */
export function mustWork<T>(outcome: Outcome<T>, what: string): T {
  if (!outcome.ok) throw new Error(`${what}: ${outcome.rejection.code} ${outcome.rejection.message}`);
  return outcome.value;
}
