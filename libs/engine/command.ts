import type { Actor, Outcome, SubjectKind } from '#accountability';
import type { Instant } from '#calendar';

interface Command {
  jurisdictionId: string;
  actor: Actor;
  /** A repeat under the same key changes nothing and is answered alike. */
  idempotencyKey: string;
}

interface ActionCommand extends Command {
  action: string;
  input: Record<string, unknown>;
}

type Actable = { kind: Exclude<SubjectKind, 'reportingLine'>; id: string };

/** Something a person does with a task or an obligation, by the name of the action. */
export interface ActCommand extends ActionCommand {
  subject: Actable;
  /** The version the person has seen; another one is refused. */
  expectedVersion?: number;
}

/** The same for many things of one kind. */
export interface ActOnManyCommand extends ActionCommand {
  subjects: Actable[];
}

export interface FiledReport {
  obligationId: string;
  /** Percent, 0 to 100. */
  progress: number;
  noChange: boolean;
  done: string;
  problems: string;
  /** What others have to help with; it stands in the dispatch brief. */
  helpWanted?: string;
  nextSteps: string;
  readings: { position: number; value: number }[];
}

/** The package of a unit for a period: all that it owes, or what was returned to it. */
export interface FileSittingCommand extends Command {
  sittingId: string;
  reports: FiledReport[];
}

export interface NoticeCommand extends Command {
  noticeId: string;
}

export interface IssueNoticeCommand extends NoticeCommand {
  /** The text as the officer amended it; without it, the draft with its number and date. */
  body?: string | undefined;
}

export interface Acted {
  version: number;
  state: string;
}

export interface FiledSitting {
  sittingId: string;
  filedAt: Instant;
  late: boolean;
  /** Why it went straight out although the unit wants its head's signature; null: it does not, or it was signed. */
  withoutSignOff: 'vacant' | 'head' | null;
}

export type { Outcome };
