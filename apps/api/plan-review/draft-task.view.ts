import { DRAFT_TASK_STATE_LABELS, type DraftTask, type ReadIndicator, type ReadUnitView } from '#contract';
import type { EffectiveCadences } from '#accountability';
import { suggestionsFor, type ReviewUnits } from '#engine';
import type { DraftTaskRow } from '#persistence';
import { titleOf, type DraftBody, type ExtractedIndicator } from '#plan';
import { cadenceView } from '../view/labels.js';
import { effectiveCadenceViews } from './effective-cadence.view.js';
import { personRef, unitRef } from '../view/refs.js';

/** What drafts are shown with: whom their names mean, what persons are called. */
export interface DraftContext {
  units: ReviewUnits;
  personNames: ReadonlyMap<string, string>;
  /** How often each draft is reported on, and why, by its id. */
  cadences: ReadonlyMap<string, EffectiveCadences>;
  /** Suggestions by printed name, worked out once. */
  suggested?: Map<string, ReadUnitView['suggestions']>;
}

export function draftTaskView(row: DraftTaskRow, position: number, context: DraftContext): DraftTask {
  const body = row.body as DraftBody;
  const { task } = body;
  return {
    id: row.id,
    version: row.version,
    state: row.state,
    stateLabel: DRAFT_TASK_STATE_LABELS[row.state],
    position,
    code: row.code,
    actionCode: task.action,
    section: task.section,
    number: task.number,
    title: titleOf(body),
    titleIsLabel: task.title === null,
    text: task.text,
    span: task.span,
    lead: task.lead.map((name, i) => readUnit(body, name, task.canonicalLead[i], context)),
    support: task.support.map((name, i) => readUnit(body, name, task.canonicalSupport[i], context)),
    leadIsInferred: task.leadIsInferred,
    openEnded: task.responsibilities.some(({ openEnded }) => openEnded),
    needsAssignment: task.needsAssignment,
    deadlines: task.deadlines.map(({ date, raw, inferred }) => ({ date, raw: cut(raw, 60), inferred })),
    ongoing: task.ongoing,
    cadences: task.cadences.map(cadenceView),
    replacements: (body.replacements ?? []).map(({ own, inherited, reason }) => ({ own, inherited, reason })),
    ...effectiveCadenceViews(context.cadences.get(row.id), context.personNames),
    indicators: task.indicators.map(indicatorView),
    subItems: task.subItems.map(({ number, text }) => ({ number: cut(number, 20), text: cut(text, 2000) })),
    people: task.people,
    evidence: task.evidence.map(({ path, span, confidence, rule, reason }) => ({
      path,
      span,
      confidence,
      rule: rule ?? null,
      reason: reason ?? null,
    })),
    // Confirming answers what was doubtful.
    doubts: row.state === 'confirmed' ? [] : body.doubts.map((doubt) => ({ ...doubt })),
    dropReason: row.dropReason,
    corrected: row.corrected.slice(),
    origin: row.origin.slice(),
    changedBy: personRef(row.changedBy, context.personNames.get(row.changedBy ?? '') ?? null),
    changedAt: row.changedAt,
  };
}

function readUnit(
  body: DraftBody,
  printed: string,
  canonical: string | undefined,
  context: DraftContext,
): ReadUnitView {
  const found = context.units.unitOf({ body }, printed);
  return {
    printed,
    canonical: canonical ?? printed,
    unit: found.ok ? unitRef(found.id, found.name) : null,
    desks: found.ok ? [...found.desks] : [],
    group: found.ok && found.group,
    suggestions: found.ok ? [] : suggestions(printed, context),
  };
}

function suggestions(printed: string, context: DraftContext): ReadUnitView['suggestions'] {
  const known = (context.suggested ??= new Map<string, ReadUnitView['suggestions']>());
  const before = known.get(printed);
  if (before) return before;
  const made = suggestionsFor(printed, context.units).map(({ unitId, name, score, reason }) => ({
    unit: unitRef(unitId, name),
    score,
    reason,
  }));
  known.set(printed, made);
  return made;
}

/** As a person can give it back: names that a reading made longer than a field takes are cut. */
export function indicatorView(indicator: ExtractedIndicator): ReadIndicator {
  const { name, comparator, value, upper, unit, per } = indicator;
  return {
    name: cut(name, 60) || '（未命名）',
    comparator,
    value,
    ...(upper === undefined ? {} : { upper }),
    unit: cut(unit, 20),
    ...(per === undefined ? {} : { per }),
  };
}

const cut = (text: string, longest: number): string => text.slice(0, longest).trim();
