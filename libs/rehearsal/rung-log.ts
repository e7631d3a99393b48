import {
  ladderOf,
  type Colour,
  type Gate,
  type IncomingEvent,
  type LadderTrigger,
  type Policy,
  type ReportingLineContext,
  type Snapshot,
  type SubjectRef,
  type TaskClimb,
} from '#accountability';
import type { Instant } from '#calendar';
import { keyOf } from './record.js';

/** A rung that was reached, in the record or in a rehearsal. */
export interface RungFact {
  /** The same matter on the same rung has the same slot under every policy: a colour, else the rung's name. */
  slot: string;
  subject: SubjectRef;
  /** `report`: a unit's silence. */
  matter: LadderTrigger | 'report';
  /** Null: an office that supervises. */
  unitId: string | null;
  gate: Gate | null;
  generation: number;
  rung: string;
  label: string;
  colour: Colour | null;
  reachedAt: Instant;
  byPerson: boolean;
  agreedAt: Instant | null;
  /** When it took effect; null: drafted and never issued. */
  issuedAt: Instant | null;
  appealedAt: Instant | null;
  /** An appeal was upheld. */
  rescinded: boolean;
  /** The tasks that it is about. */
  taskIds: string[];
}

interface OfRung {
  generation: number;
  rung: string;
}

/** Writes down every rung that is reached, and what becomes of its notice, from the events as they are taken. */
export class RungLog {
  readonly facts: RungFact[] = [];
  readonly #byRung = new Map<string, RungFact>();
  /** The matter that each climb is about: `generation` counts climbs, and other ladders count them otherwise. */
  readonly #matters = new Map<string, string>();
  readonly #generations = new Map<string, number>();
  readonly #counts = new Map<string, number>();

  /** Returns the fact that the event is about, where it is about one. */
  note(
    subject: SubjectRef,
    event: IncomingEvent,
    before: Snapshot,
    after: Snapshot,
    policy: Policy,
  ): RungFact | null {
    if (subject.kind === 'obligation') return null;
    for (const climb of climbsOf(subject, after)) this.#name(subject, climb);
    if (event.type === 'RUNG_DUE') return this.#reached(subject, event, before, policy);
    const fact = this.find(subject, event as unknown as OfRung);
    if (!fact) return null;
    switch (event.type) {
      case 'NOTICE_AGREED':
        fact.agreedAt = event.at;
        break;
      case 'NOTICE_ISSUED':
        fact.issuedAt = event.at;
        break;
      case 'APPEALED':
        fact.appealedAt = event.at;
        break;
      case 'APPEAL_UPHELD':
        for (const one of this.facts)
          if (
            one.subject.id === subject.id &&
            one.generation === fact.generation &&
            one.issuedAt !== null &&
            one.issuedAt >= (fact.issuedAt ?? '')
          )
            one.rescinded = true;
        break;
    }
    return fact;
  }

  find(subject: SubjectRef, { generation, rung }: OfRung): RungFact | undefined {
    return this.#byRung.get(`${keyOf(subject)}/${generation}/${rung}`);
  }

  /** What a climb is about, by its number here. */
  matterOf(subject: SubjectRef, generation: number): string | undefined {
    return this.#matters.get(`${keyOf(subject)}/${generation}`);
  }

  /** The number that the climb of this matter has here. */
  generationOf(matter: string): number | undefined {
    return this.#generations.get(matter);
  }

  #name(subject: SubjectRef, { key, generation }: Named): void {
    const of = `${keyOf(subject)}/${generation}`;
    if (this.#matters.has(of)) return;
    const kind = `${keyOf(subject)}/${key}`;
    const count = (this.#counts.get(kind) ?? 0) + 1;
    this.#counts.set(kind, count);
    this.#matters.set(of, `${kind}#${count}`);
    this.#generations.set(`${kind}#${count}`, generation);
  }

  #reached(subject: SubjectRef, event: IncomingEvent, before: Snapshot, policy: Policy): RungFact | null {
    const { generation, rung: name } = event as unknown as OfRung;
    const climb = climbsOf(subject, before).find((one) => one.generation === generation);
    const rung = climb && rungsOf(policy, climb)?.find((one) => one.name === name);
    const matter = this.matterOf(subject, generation);
    if (!climb || !rung || matter === undefined) return null;
    const byPerson = rung.issue.by !== 'system';
    const fact: RungFact = {
      slot: `${matter}/${rung.colour ?? rung.name}`,
      subject,
      matter: climb.trigger,
      unitId: climb.unitId,
      gate: climb.gate,
      generation,
      rung: name,
      label: rung.label,
      colour: rung.colour,
      reachedAt: event.at,
      byPerson,
      agreedAt: null,
      issuedAt: byPerson ? null : event.at,
      appealedAt: null,
      rescinded: false,
      taskIds: climb.taskIds,
    };
    this.facts.push(fact);
    this.#byRung.set(`${keyOf(subject)}/${generation}/${name}`, fact);
    return fact;
  }
}

interface Named {
  key: string;
  generation: number;
  trigger: LadderTrigger | 'report';
  unitId: string | null;
  gate: Gate | null;
  taskIds: string[];
}

function climbsOf({ kind }: SubjectRef, { context }: Snapshot): Named[] {
  if (kind === 'reportingLine') {
    const { climb, unitId, matters, taskIds: all } = context as unknown as Partial<ReportingLineContext>;
    const ofCards = (matters?.climbs ?? []).map(({ key, generation, trigger, unitId: whose, gate }) => {
      return { key, generation, trigger, unitId: whose, gate, taskIds: all ?? [] };
    });
    if (!climb) return ofCards;
    const { generation, owed } = climb;
    const taskIds = [...new Set(owed.flatMap((sitting) => sitting.taskIds))];
    const key = `report:${owed[0]?.period ?? ''}`;
    const silence: Named = { key, generation, trigger: 'report', unitId: unitId ?? '', gate: null, taskIds };
    return [silence, ...ofCards];
  }
  const { climbs, id } = context as unknown as { climbs?: TaskClimb[]; id: string };
  return (climbs ?? []).map(({ key, generation, trigger, unitId, gate }) => ({
    key,
    generation,
    trigger,
    unitId,
    gate,
    taskIds: [id],
  }));
}

const rungsOf = (policy: Policy, { trigger, gate }: Named) =>
  trigger === 'report' ? policy.reportingLadder.rungs : ladderOf(policy, { trigger, gate })?.rungs;
