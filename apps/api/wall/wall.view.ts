import { civilDateOf, periodFromKey, type Instant } from '#calendar';
import {
  EVENT_LABELS,
  labelOf,
  packTiles,
  type TileToPack,
  type WallChange,
  type WallLevel,
  type WallTiles,
  type WallUnit,
  type WallView,
} from '#contract';
import type { ShownStanding, Today } from '#engine';
import type {
  ActionRow,
  FigureRow,
  PlanRow,
  ReportingLineRow,
  SittingRow,
  WallChangeRow,
  WallTileRow,
} from '#persistence';
import { figuresOf } from '../plan/figures.view.js';
import { sittingSummary } from '../sitting/sitting.view.js';
import { standingView, taskStateLabel, taskStateOf } from '../view/labels.js';
import type { Levels } from '../view/levels.js';
import { unitRef } from '../view/refs.js';

export interface WallParts {
  position: number;
  plan: PlanRow;
  actions: readonly ActionRow[];
  tiles: readonly WallTileRow[];
  lines: readonly { line: ReportingLineRow; latest: SittingRow | undefined }[];
  changes: readonly WallChangeRow[];
  levels: Levels;
  today: Today;
}

interface StandingTile {
  row: WallTileRow;
  level: string | null;
  stands: ShownStanding;
}

/** The wall from its parts; its figures are summed from the very tiles that it shows. */
export function wallView(parts: WallParts, now: Instant): WallView {
  const { plan, actions, levels } = parts;
  const tiles = parts.tiles.map((row): StandingTile => {
    return { row, level: levelOf(row, levels), stands: parts.today.standingOf(row) };
  });
  const cells = tiles.map(cellOf);
  const units = parts.lines.map(({ line, latest }) => wallUnit(line, latest, now));
  const packed = packTiles(
    actions.map(({ id }) => tiles.filter(({ row }) => row.action_id === id).map((tile) => tileOf(tile, now))),
    [...levels.keys()],
  );
  return {
    plan: { id: plan.id, title: plan.title, documentNumber: plan.document_number, year: plan.year },
    at: now,
    position: parts.position,
    figures: figuresOf(cells),
    levels: [...levels.values()].map((level): WallLevel => {
      const { id, label, colour } = level;
      return {
        ...{ id, label, colour },
        tasks: tiles.filter((tile) => tile.level === id).length,
        units: parts.lines.filter(({ line }) => line.rung > 0 && line.colour === id).length,
      };
    }),
    keys: packed.keys,
    actions: actions.map(({ id, code, number, name }, place) => ({
      ...{ id, code, number, name },
      figures: figuresOf(cells.filter((cell) => cell.action_id === id)),
      tiles: columnsAt(packed.columns, place),
    })),
    units,
    changes: parts.changes.map(changeView),
  };
}

/** The heavier of what the task itself and the silence of its lead units has come to. */
function levelOf({ supervision, colour }: WallTileRow, levels: Levels): string | null {
  const rank = (id: string | null): number => (id === null ? 0 : (levels.get(id)?.rank ?? 0));
  const own = supervision === 'none' ? null : supervision;
  return rank(colour) > rank(own) ? colour : own;
}

const OVER = ['closed', 'withdrawn'];

function columnsAt(columns: readonly WallTiles[], place: number): WallTiles {
  const found = columns[place];
  if (found === undefined) throw new Error(`no columns for action ${place}`);
  return found;
}

function tileOf({ row, level, stands }: StandingTile, now: Instant): TileToPack {
  const state = taskStateOf(row.state);
  return {
    id: row.id,
    code: row.code,
    title: row.title,
    state,
    stateLabel: taskStateLabel(row.state),
    progress: row.progress,
    expected: stands.expected,
    schedule: stands.schedule,
    recorded: stands.recorded.schedule,
    reportedDaysAgo: stands.lastReport?.daysAgo ?? null,
    level,
    deadlineOn: row.deadline_on,
    overdue: row.deadline_on < civilDateOf(now) && !OVER.includes(state),
    leads: row.leads,
  };
}

const cellOf = ({ row, level, stands }: StandingTile): FigureRow => ({
  action_id: row.action_id,
  state: row.state,
  schedule: stands.schedule,
  colour: level ?? 'none',
  needs_assignment: row.needs_assignment,
  tasks: 1,
  progress_sum: row.progress,
  expected_sum: stands.expected,
});

function wallUnit(line: ReportingLineRow, latest: SittingRow | undefined, now: Instant): WallUnit {
  const summary = latest === undefined ? null : sittingSummary(latest, now);
  return {
    unit: unitRef(line.unit_id, line.unit_name),
    taskCount: line.task_count,
    standing: standingView(line),
    missedSittings: line.missed_sittings,
    latest:
      summary === null
        ? null
        : {
            periodLabel: shortPeriod(summary.period),
            status: summary.status,
            statusLabel: summary.statusLabel,
          },
  };
}

function shortPeriod(period: string): string {
  try {
    return periodFromKey(period).label.replace(/^\d{4}年/u, '');
  } catch {
    return period;
  }
}

const changeView = (row: WallChangeRow): WallChange => ({
  at: row.at,
  type: row.type,
  label: labelOf(EVENT_LABELS, row.type),
  count: row.count,
  task:
    row.task_id === null ? null : { id: row.task_id, code: row.task_code ?? '', title: row.task_title ?? '' },
  unit: row.unit_name,
});
