import type { PublicationRules } from '#accountability';
import { civilDateOf, type Instant } from '#calendar';
import { verifiedTasks, type IndicatorRecord, type PeriodFacts, type VerifiedTask } from '#products';
import {
  OPEN_DATA_FORMAT,
  type OpenData,
  type OpenIndicator,
  type OpenTask,
  type OpenTenDays,
} from './open-data.schema.js';

/** What the report said that a finding found true. */
export interface VerifiedFigures {
  /** Percent; null: the finding was about no report. */
  readonly progress: number | null;
  readonly indicators: readonly IndicatorRecord[];
}

export interface ReleasedAs {
  readonly division: { readonly code: string; readonly name: string };
  readonly planCode: string;
  readonly edition: number;
  readonly releasedAt: Instant;
  /** Title and issuer of the document that is released. */
  readonly document: string;
  readonly publisher: string;
  readonly rules: PublicationRules;
  /** By finding. */
  readonly figures: ReadonlyMap<string, VerifiedFigures>;
  readonly tenDays: readonly OpenTenDays[];
  /** Tasks that the document lists: the data say nothing of others. */
  readonly listed: (taskId: string) => boolean;
}

/**
 * The data set of a release, from facts of which `publicRecord` has taken away what is nobody's business. What is in it
 * besides names and counts was verified: progress and readings are those of the report that was found true, not later ones.
 */
export function openDataOf(facts: PeriodFacts, as: ReleasedAs): OpenData {
  const { record, book } = facts;
  const { rules } = as;
  const plan = `${as.division.code}/${as.planCode}`;
  const { scope } = record;
  const action =
    scope.per === 'action' ? (record.actions.find(({ id }) => id === scope.actionId) ?? null) : null;
  const verified = verifiedTasks(facts).filter(({ task }) => as.listed(task.id));
  const tasks = verified.map((one) => ({ one, open: openTask(facts, one, plan, as) }));
  const ofAction = (actionId: string | null) =>
    tasks.filter(({ one }) => actionId === null || one.task.actionId === actionId).map(({ open }) => open);
  const tallies = (prefix: string, own: readonly OpenTask[]) => ({
    tasks: book.count(`${prefix}tasks.total`),
    closed: book.count(`${prefix}tasks.closed`),
    verified: own.length,
    ...scheduled(own, rules.schedule),
  });
  return {
    schema: OPEN_DATA_FORMAT,
    id: [plan, ...(action === null ? [] : [action.code]), record.period.key].join('/'),
    edition: as.edition,
    division: { ...as.division },
    plan: { code: as.planCode, title: record.plan.title, documentNumber: record.plan.documentNumber },
    action: action && { code: action.code, name: action.name },
    period: {
      key: record.period.key,
      label: record.period.label,
      start: record.period.start,
      end: record.period.end,
    },
    asOf: record.asOf,
    releasedAt: as.releasedAt,
    source: { publisher: as.publisher, document: as.document },
    licence: { text: rules.licence, url: rules.licenceUrl },
    contact: rules.contact,
    overview: { ...tallies('', ofAction(null)), undispatched: book.count('tasks.undispatched') },
    actions: record.actions.map(({ id, code, name }) => ({
      id: `${plan}/${code}`,
      code,
      name,
      ...tallies(`action.${id}.`, ofAction(id)),
    })),
    tasks: tasks.map(({ open }) => open),
    indicators: rules.indicators
      ? tasks.flatMap(({ one, open }) => openIndicators(one, open.id, as.figures))
      : [],
    tenDays: rules.tenDays ? [...as.tenDays] : [],
  };
}

function openTask(
  { record }: PeriodFacts,
  { task, stood, outcome, finding }: VerifiedTask,
  plan: string,
  { rules, figures }: ReleasedAs,
): OpenTask {
  // One unit's report was verified: of several leads that says nothing of the task, which shows the lowest.
  const progress =
    outcome === 'closed' || finding === null || stood.leadUnitIds.length > 1
      ? null
      : (figures.get(finding.id)?.progress ?? null);
  const unitNames = new Map(record.units.map(({ id, name }) => [id, name]));
  return {
    id: `${plan}/${task.code}`,
    code: task.code,
    action: record.actions.find(({ id }) => id === task.actionId)?.code ?? '',
    title: rules.titles ? task.title : null,
    leadUnits: rules.units ? stood.leadUnitIds.map((id) => unitNames.get(id) ?? '') : null,
    outcome,
    verifiedOn: finding && civilDateOf(finding.foundAt),
    progress: rules.progress ? progress : null,
    // How a task stands follows from what was reported last: it may be said as far as that was verified.
    schedule: rules.schedule && progress !== null && progress === stood.progress ? stood.schedule : null,
  };
}

/** Of a closed task the last readings, as they were seen at its gates; of another those of the report that was found true. */
function openIndicators(
  { task, outcome, finding }: VerifiedTask,
  taskId: string,
  figures: ReleasedAs['figures'],
): OpenIndicator[] {
  const verified = finding === null ? undefined : figures.get(finding.id)?.indicators;
  return task.indicators.map((own) => {
    const { reading, reached } =
      outcome === 'closed'
        ? own
        : (verified?.find(({ position }) => position === own.position) ?? { reading: null, reached: null });
    return {
      id: `${taskId}/${own.position}`,
      task: taskId,
      name: own.name,
      target: own.target,
      reading,
      reached,
    };
  });
}

function scheduled(
  tasks: readonly OpenTask[],
  allowed: boolean,
): Pick<OpenData['overview'], 'onTrack' | 'behind' | 'seriouslyBehind'> {
  const of = (word: OpenTask['schedule']): number | null =>
    allowed ? tasks.filter(({ schedule }) => schedule === word).length : null;
  return { onTrack: of('onTrack'), behind: of('behind'), seriouslyBehind: of('seriouslyBehind') };
}
