import type { ScoredEvent } from './recorded.js';

interface Handover {
  from: string[];
  to: string[];
  waiting: Set<string>;
}

export interface LeadsChange {
  /** Asked to sign from now on, though they were not before. */
  joined: string[];
  /** Lead no more. */
  left: string[];
}

const NONE: LeadsChange = { joined: [], left: [] };

/** Who leads a task, followed through its events in the same steps as its statechart takes. */
export class TaskLeads {
  #units: string[];
  #handover: Handover | null = null;

  constructor(units: readonly string[]) {
    this.#units = [...units];
  }

  get units(): readonly string[] {
    return this.#units;
  }

  /** Takes an event; says who came and who went. Whoever takes over by signing has signed by that. */
  take({ type, payload }: ScoredEvent): LeadsChange {
    const unitIds = payload['unitIds'] as string[] | undefined;
    const unitId = payload['unitId'] as string | undefined;
    switch (type) {
      case 'LEAD_ASSIGNED':
        return this.#become(unitIds ?? []);
      case 'DISPUTE_RESOLVED':
        return payload['decision'] === 'reassign' ? this.#become(unitIds ?? []) : NONE;
      case 'AMENDED': {
        const leads = payload['leadUnitIds'] as string[] | undefined;
        if (leads === undefined) return NONE;
        this.#handover = null;
        return this.#become([...new Set(leads)]);
      }
      case 'LEAD_CHANGED': {
        const to = [...new Set(unitIds)].filter((unit) => !this.#units.includes(unit));
        const from = this.#units.filter((unit) => !unitIds?.includes(unit));
        const waiting = new Set([...from.map((unit) => `from/${unit}`), ...to.map((unit) => `to/${unit}`)]);
        this.#handover = { from, to, waiting };
        return NONE;
      }
      case 'HANDED_OVER':
      case 'TAKEN_OVER': {
        if (!this.#handover) return NONE;
        this.#handover.waiting.delete(`${type === 'HANDED_OVER' ? 'from' : 'to'}/${unitId ?? ''}`);
        return this.#handover.waiting.size === 0 ? this.#handOver() : NONE;
      }
      case 'HANDOVER_DECREED':
        return this.#handOver();
      case 'UNIT_SUCCEEDED':
        this.#succeed(String(payload['fromUnitId']), String(payload['toUnitId']));
        return NONE;
      default:
        return NONE;
    }
  }

  /** Nothing that was under way goes on. */
  end(): void {
    this.#handover = null;
  }

  #become(units: readonly string[]): LeadsChange {
    const before = this.#units;
    this.#units = [...units];
    return {
      joined: this.#units.filter((unit) => !before.includes(unit)),
      left: before.filter((unit) => !this.#units.includes(unit)),
    };
  }

  #handOver(): LeadsChange {
    if (!this.#handover) return NONE;
    const { from, to } = this.#handover;
    this.#handover = null;
    this.#units = [...this.#units.filter((unit) => !from.includes(unit)), ...to];
    return { joined: [], left: from };
  }

  #succeed(from: string, to: string): void {
    const instead = (units: readonly string[]): string[] => [
      ...new Set(units.map((unit) => (unit === from ? to : unit))),
    ];
    this.#units = instead(this.#units);
    if (!this.#handover) return;
    const waiting = [...this.#handover.waiting].map((one) => {
      const [side, unit] = one.split('/');
      return unit === from ? `${side}/${to}` : one;
    });
    this.#handover = {
      from: instead(this.#handover.from),
      to: instead(this.#handover.to),
      waiting: new Set(waiting),
    };
  }
}
