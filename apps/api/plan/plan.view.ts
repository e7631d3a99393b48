import { ROUTES, type PlanSummary, type PlanView } from '#contract';
import type { ActionRow, FigureRow, PlanRow } from '#persistence';
import { cadenceView, periodLabel } from '../view/labels.js';
import { unitRef } from '../view/refs.js';
import { figuresOf } from './figures.view.js';

export function planSummary(row: PlanRow): PlanSummary {
  return {
    id: row.id,
    code: row.code,
    title: row.title,
    documentNumber: row.document_number,
    issuedBy: row.issued_by,
    issuedOn: row.issued_on,
    year: row.year,
    taskCount: row.task_count,
    sourceAttached: row.source_attached,
  };
}

export function planView(
  row: PlanRow,
  actions: readonly ActionRow[],
  cells: readonly FigureRow[],
  periods: readonly string[],
): PlanView {
  return {
    ...planSummary(row),
    cadences: row.cadences.map(cadenceView),
    figures: figuresOf(cells),
    actions: actions.map((action) => ({
      id: action.id,
      code: action.code,
      number: action.number,
      name: action.name,
      taskForceName: action.task_force_name,
      officeUnit:
        action.office_unit_id === null ? null : unitRef(action.office_unit_id, action.office_unit_name ?? ''),
      figures: figuresOf(cells.filter((cell) => cell.action_id === action.id)),
    })),
    ledgers: periods.map((period) => ({
      period,
      label: periodLabel(period),
      href: ledgerHref(row.id, period),
    })),
  };
}

function ledgerHref(planId: string, period: string): string {
  return ROUTES.ledger.path.replace('{id}', planId).replace('{period}', encodeURIComponent(period));
}
