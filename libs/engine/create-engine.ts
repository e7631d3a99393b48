import type { Outcome } from '#accountability';
import { addMinutes, civilDateOf, instantOf, type Instant } from '#calendar';
import {
  beatTheQuiet,
  nextCascadeAt,
  nextDeadlineAt,
  nextMessageAt,
  openCalendarChange,
  type Clock,
  type Database,
} from '#persistence';
import { act, actOnMany } from './act.js';
import type {
  Acted,
  ActCommand,
  ActOnManyCommand,
  FiledSitting,
  FileSittingCommand,
  IssueNoticeCommand,
  NoticeCommand,
} from './command.js';
import type { EngineContext } from './engine-context.js';
import { explainTask, type ExplainTaskCommand, type Explanation } from './explain/explain-task.js';
import { noFault, type Fault } from './fault-points.js';
import { fileSitting } from './file-sitting.js';
import { acknowledgeNotice, agreeNotice, issueNotice, type IssuedNotice } from './notices.js';
import { nextPauseEnd } from './ladder-pause/next-pause-end.js';
import { RuleBook } from './rule-book.js';
import { OUTAGE_AFTER_MINUTES } from './outage.js';
import { sweep, type Swept } from './sweep.js';

export interface EngineOptions {
  database: Database;
  clock: Clock;
  fault?: Fault;
  /** Called after commits: there may be something to look at. */
  wake?: (jurisdictionId: string) => void;
  /** Left out: documents of notices are written when somebody asks for them, and not with their issue. */
  papers?: EngineContext['papers'];
}

export interface Engine {
  act(command: ActCommand): Promise<Outcome<Acted>>;
  actOnMany(command: ActOnManyCommand): Promise<Outcome<Acted[]>>;
  fileSitting(command: FileSittingCommand): Promise<Outcome<FiledSitting>>;
  agreeNotice(command: NoticeCommand): Promise<Outcome<{ noticeId: string; agreedAt: Instant }>>;
  issueNotice(command: IssueNoticeCommand): Promise<Outcome<IssuedNotice>>;
  acknowledgeNotice(command: NoticeCommand): Promise<Outcome<{ noticeId: string; acknowledgedAt: Instant }>>;
  explainTask(command: ExplainTaskCommand): Promise<Outcome<Explanation>>;
  /** Fires what is due in a jurisdiction and hands out its messages. */
  sweep(jurisdictionId: string): Promise<Swept>;
  /** The next instant at which a jurisdiction has something to do; null: nothing is armed or waiting. */
  nextInstant(jurisdictionId: string): Promise<Instant | null>;
  /** Jurisdictions that have something to do by then. */
  jurisdictionsWithWork(by: Instant): Promise<string[]>;
  /**
   * Beats the hearts of all jurisdictions that need nothing by now, and returns the others: those with work, a lasting pause or
   * an unreckoned day, and those that nobody has looked after for some minutes.
   */
  beatTheQuiet(now: Instant): Promise<string[]>;
  readonly context: EngineContext;
}

export function createEngine(options: EngineOptions): Engine {
  const { database, clock, fault = noFault, wake = () => {}, papers = null } = options;
  const context: EngineContext = { database, clock, book: new RuleBook(), fault, wake, papers };
  return {
    context,
    act: (command) => act(context, command),
    actOnMany: (command) => actOnMany(context, command),
    fileSitting: async (command) => {
      const outcome = await fileSitting(context, command);
      context.fault('fileSitting.committed');
      return outcome;
    },
    agreeNotice: (command) => agreeNotice(context, command),
    issueNotice: (command) => issueNotice(context, command),
    acknowledgeNotice: (command) => acknowledgeNotice(context, command),
    explainTask: (command) => explainTask(context, command),
    sweep: (jurisdictionId) => sweep(context, jurisdictionId),
    nextInstant: (jurisdictionId) =>
      database.transaction({ jurisdictionId }, async (tx) => {
        const change = await openCalendarChange(tx);
        const instants = [
          change?.announcedAt ?? null,
          await nextDeadlineAt(tx),
          await nextMessageAt(tx),
          await nextPauseEnd(tx),
          await nextCascadeAt(tx),
        ].filter((at): at is Instant => at !== null);
        return instants.sort()[0] ?? null;
      }),
    jurisdictionsWithWork: (by) =>
      database.outsideTenants(async (tx) => {
        const rows = await tx.query<{ jurisdiction_id: string }>(
          'select jurisdiction_id from jurisdictions_with_due_work($1)',
          [by],
        );
        return rows.map((row) => row.jurisdiction_id);
      }),
    beatTheQuiet: (now) =>
      database.outsideTenants((tx) =>
        beatTheQuiet(tx, now, {
          stillSince: addMinutes(now, -OUTAGE_AFTER_MINUTES),
          dayBegan: instantOf(civilDateOf(now), '00:00'),
        }),
      ),
  };
}
