import {
  correctDraftTaskSchema,
  type CorrectDraftTask,
  type DraftTask,
  type ReadUnitView,
  type UnitList,
} from '#contract';
import type { Field } from './words.js';

export interface DeadlineForm {
  date: string;
  raw: string;
}
export interface CadenceForm {
  kind: string;
  every: string;
  /** Inherited cadences that it takes the place of, each by its `inheritedKey`. */
  replaces: string[];
  reason: string;
}

/** An inherited cadence by name: `plan/dispatch/ten-day`. */
export const inheritedKey = ({
  origin,
  kind,
  every,
}: {
  origin: string;
  kind: string;
  every: string;
}): string => [origin, kind, every].join('/');
/** Figures as they are typed. */
export interface IndicatorForm {
  name: string;
  comparator: string;
  value: string;
  upper: string;
  unit: string;
  per: string;
}
export interface SubItemForm {
  number: string;
  text: string;
}
export interface PlaceForm {
  actionCode: string;
  section: string;
  number: string;
}

/** What a field's form starts with. */
export function formOf(task: DraftTask, field: Field): unknown {
  switch (field) {
    case 'title':
      return task.title ?? '';
    case 'ongoing':
      return task.ongoing;
    case 'lead':
    case 'support':
      return task[field].map(({ unit, printed }) => unit?.id ?? printed);
    case 'deadlines':
      return task.deadlines.map(({ date, raw }): DeadlineForm => ({ date, raw }));
    case 'cadences':
      return task.cadences.map(({ kind, every }): CadenceForm => {
        const own = task.replacements.filter((one) => one.own.kind === kind && one.own.every === every);
        return {
          kind,
          every,
          replaces: own.map(({ inherited }) => inheritedKey(inherited)),
          reason: own[0]?.reason ?? '',
        };
      });
    case 'indicators':
      return task.indicators.map(({ name, comparator, value, upper, unit, per }): IndicatorForm => ({
        name,
        comparator,
        value: String(value),
        upper: upper === undefined ? '' : String(upper),
        unit,
        per: per ?? '',
      }));
    case 'subItems':
      return task.subItems.map(({ number, text }): SubItemForm => ({ number, text }));
    case 'place':
      return { actionCode: task.actionCode, section: task.section, number: task.number } satisfies PlaceForm;
  }
}

const figureOf = (typed: string): number | undefined =>
  typed.trim() === '' ? undefined : Number(typed.replaceAll(/[,，\s]/g, ''));

/** A unit keeps the name by which the text calls it. */
function choicesOf(chosen: readonly string[], before: readonly ReadUnitView[], units: UnitList | undefined) {
  return chosen.map((value) => {
    const known = before.find(({ unit, printed }) => (unit?.id ?? printed) === value);
    const listed = units?.items.find(({ id }) => id === value);
    const unitId = listed?.id ?? known?.unit?.id;
    const printed = known?.printed ?? listed?.name ?? value;
    return unitId === undefined ? { printed } : { printed, unitId };
  });
}

function memberOf(task: DraftTask, field: Field, form: unknown, units: UnitList | undefined): unknown {
  switch (field) {
    case 'lead':
    case 'support':
      return choicesOf(form as string[], task[field], units);
    case 'deadlines':
      // A date that a person typed is no guess any more.
      return (form as DeadlineForm[]).map(({ date, raw }) => ({
        date,
        raw,
        inferred: task.deadlines.some((known) => known.date === date && known.raw === raw && known.inferred),
      }));
    case 'indicators':
      return (form as IndicatorForm[]).map(({ name, comparator, value, upper, unit, per }) => {
        const upperFigure = comparator === 'range' ? figureOf(upper) : undefined;
        return {
          name,
          comparator,
          value: figureOf(value),
          ...(upperFigure === undefined ? {} : { upper: upperFigure }),
          unit,
          ...(per === '' ? {} : { per }),
        };
      });
    case 'cadences':
      return {
        cadences: (form as CadenceForm[]).map(({ kind, every }) => ({ kind, every })),
        replacements: (form as CadenceForm[]).flatMap(({ kind, every, replaces, reason }) =>
          replaces.map((key) => {
            const [origin = '', inheritedKind = '', inheritedEvery = ''] = key.split('/');
            const inherited = { origin, kind: inheritedKind, every: inheritedEvery };
            return { own: { kind, every }, inherited, reason };
          }),
        ),
      };
    case 'title':
    case 'ongoing':
    case 'subItems':
    case 'place':
      return form;
  }
}

/** The correction that a form means; null where something is still missing in it. */
export function correctionOf(
  task: DraftTask,
  field: Field,
  form: unknown,
  units: UnitList | undefined,
): CorrectDraftTask | null {
  const member = memberOf(task, field, form, units);
  const isWhole = field === 'place' || field === 'cadences';
  const parsed = correctDraftTaskSchema.safeParse(isWhole ? member : { [field]: member });
  return parsed.success ? parsed.data : null;
}
