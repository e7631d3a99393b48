import type { ArmedDeadline, DutyView, ReportView, TaskAsks, TaskMatter, TaskView } from '#contract';
import { waitsText } from '../texts/zh.js';

/** Somebody waits for somebody. */
export interface Wait {
  /** Names one among those of a task. */
  key: string;
  who: string;
  whom: string;
  what: string;
  /** Null: not recorded. */
  since: string | null;
  dueAt: string | null;
  overdue: boolean;
}

type Told = Pick<TaskView, 'state' | 'stateLabel' | 'leads' | 'reports' | 'armedDeadlines' | 'matters'>;
type Asked = Pick<TaskAsks, 'parts' | 'duties'>;

/** Who waits for whom on a task, as far as who looks at it is told: what falls due first comes first. */
export function waitsOf(task: Told, asks: Asked): Wait[] {
  if (task.state === 'closed' || task.state === 'withdrawn') return [];
  return [
    ...ofState(task),
    ...ofLadders(task),
    ...task.matters.flatMap((matter, at) => ofMatter(matter, at, task)),
    ...asks.duties.flatMap((duty) => ofDuty(duty, asks)),
    ...standing(task.reports).flatMap((report) => ofReport(report, task)),
    ...helpWanted(task.reports),
  ].sort((a, b) => ((a.dueAt ?? '9') < (b.dueAt ?? '9') ? -1 : a.dueAt === b.dueAt ? 0 : 1));
}

const leadsOf = ({ leads }: Pick<Told, 'leads'>): string =>
  leads.length === 0 ? waitsText.lead : leads.map(({ name }) => name).join(waitsText.and);

/** The task itself waits to be signed for, or at a gate. */
function ofState(task: Told): Wait[] {
  const clock = task.armedDeadlines.find(
    ({ subjectKind, name }) =>
      subjectKind === 'task' && name === (task.state === 'dispatched' ? 'sign' : 'gate'),
  );
  const times = timesOf(clock);
  const leads = leadsOf(task);
  if (task.state === 'dispatched')
    return [{ key: 'sign', who: waitsText.headquarters, whom: leads, what: waitsText.sign, ...times }];
  if (task.state !== 'closing') return [];
  const gate = /[（(](.+)[）)]/u.exec(task.stateLabel)?.[1] ?? task.stateLabel;
  return [{ key: 'gate', who: leads, whom: gate, what: waitsText.gate, ...times }];
}

const timesOf = (clock: ArmedDeadline | undefined): Pick<Wait, 'since' | 'dueAt' | 'overdue'> => ({
  since: clock?.armedAt ?? null,
  dueAt: clock?.projectedAt ?? null,
  overdue: clock?.overdue ?? false,
});

/** These run on a unit's reporting line as long as its latest sitting that fell due is not filed. */
const LADDER_CLOCKS: ReadonlySet<string> = new Set(['rung', 'issue']);

/** A unit is silent: its line climbs, whether the next rung is still to come or a notice waits to be issued. */
function ofLadders({ armedDeadlines }: Told): Wait[] {
  const silent = new Map(
    armedDeadlines.flatMap(({ subjectKind, name, unit }) =>
      subjectKind === 'reportingLine' && unit !== null && LADDER_CLOCKS.has(name)
        ? [[unit.id, unit.name] as const]
        : [],
    ),
  );
  return [...silent].map(([id, name]) => ({
    key: `line-${id}`,
    who: waitsText.reviewer,
    whom: name,
    what: waitsText.silent,
    since: null,
    dueAt: null,
    overdue: true,
  }));
}

/** Who waits where something is open; what waits for nobody ends by itself. */
const WAITING: Readonly<Record<TaskMatter['kind'], 'lead' | 'headquarters' | 'supervision' | null>> = {
  dispute: 'lead',
  handover: 'headquarters',
  blockage: 'lead',
  answer: 'supervision',
  correction: 'supervision',
  appeal: 'lead',
  suspension: null,
  hold: null,
};

/** The clock of what is waited for, where there is just one such thing. */
const CLOCK_OF: Partial<Record<TaskMatter['kind'], readonly string[]>> = {
  blockage: ['awaited', 'blockage'],
  handover: ['handover'],
};

function ofMatter({ kind, label, waitsFor, since }: TaskMatter, at: number, task: Told): Wait[] {
  const waiting = WAITING[kind];
  if (waiting === null || waitsFor === null) return [];
  const who = waiting === 'lead' ? leadsOf(task) : waitsText[waiting];
  const clock = task.armedDeadlines.find(
    ({ subjectKind, name }) => subjectKind === 'task' && CLOCK_OF[kind]?.includes(name) === true,
  );
  const times = timesOf(clock);
  return [{ key: `${kind}-${at}`, who, whom: waitsFor, what: label, ...times, since: since ?? times.since }];
}

const OWED = new Set(['scheduled', 'open', 'returned']);

/** A part that is still owed to the lead, or that the lead has not looked at; a report that an office asked for. */
function ofDuty(duty: DutyView, { parts }: Asked): Wait[] {
  const { id: key, kind, unit, askedBy, periodLabel, dueAt, overdue, opensAt, record, state } = duty;
  if (kind !== 'part' && kind !== 'requestedReport') return [];
  const asker = askedBy?.name ?? (kind === 'part' ? waitsText.lead : waitsText.office);
  const what = waitsText[kind](periodLabel);
  if (OWED.has(state)) {
    const asked = parts.find(
      (part) => part.withdrawnAt === null && part.unit.id === unit.id && part.askedBy.id === askedBy?.id,
    );
    return [{ key, who: asker, whom: unit.name, what, since: asked?.askedAt ?? opensAt, dueAt, overdue }];
  }
  if (state !== 'submitted') return [];
  return [
    {
      key,
      who: unit.name,
      whom: asker,
      what: waitsText.toAccept(what),
      since: record?.filedAt ?? null,
      dueAt: duty.silentAt,
      overdue: false,
    },
  ];
}

/** Of what was filed again, the last. Newest first. */
function standing(reports: readonly ReportView[]): ReportView[] {
  const last = new Map<string, ReportView>();
  for (const report of reports) {
    const known = last.get(report.obligationId);
    if (known === undefined || known.revision < report.revision) last.set(report.obligationId, report);
  }
  return [...last.values()].sort((a, b) => (a.filedAt > b.filedAt ? -1 : 1));
}

function ofReport({ id, unit, periodLabel, state, filedAt }: ReportView, task: Told): Wait[] {
  const clockOf = (name: string, armedAt?: string): ArmedDeadline | undefined =>
    task.armedDeadlines.find(
      (clock) =>
        clock.subjectKind === 'obligation' &&
        clock.name === name &&
        clock.unit?.id === unit.id &&
        (armedAt === undefined || clock.armedAt === armedAt),
    );
  if (state === 'submitted') {
    const times = timesOf(clockOf('silentAcceptance', filedAt));
    const what = waitsText.review(periodLabel);
    return [{ key: id, who: unit.name, whom: waitsText.reviewer, what, ...times, since: filedAt }];
  }
  if (state !== 'returned') return [];
  const what = waitsText.refile(periodLabel);
  return [{ key: id, who: waitsText.reviewer, whom: unit.name, what, ...timesOf(clockOf('refile')) }];
}

/** What a unit's last report asks others for, since the first of the reports running in which it asked for something. */
function helpWanted(reports: readonly ReportView[]): Wait[] {
  const ofUnit = new Map<string, ReportView[]>();
  for (const report of standing(reports))
    ofUnit.set(report.unit.id, [...(ofUnit.get(report.unit.id) ?? []), report]);
  return [...ofUnit.values()].flatMap((newestFirst) => {
    const silent = newestFirst.findIndex(({ helpWanted: asked }) => asked === '');
    const asking = silent === -1 ? newestFirst : newestFirst.slice(0, silent);
    const [latest] = asking;
    if (latest === undefined) return [];
    return [
      {
        key: `help-${latest.id}`,
        who: latest.unit.name,
        whom: waitsText.taskForce,
        what: waitsText.help(latest.helpWanted),
        since: asking.at(-1)?.filedAt ?? null,
        dueAt: null,
        overdue: false,
      },
    ];
  });
}
