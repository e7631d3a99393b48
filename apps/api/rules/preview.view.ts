import { TASK_REPORT, type Policy } from '#accountability';
import { changedHours, createCalendar, workingDaysInPeriod, type CalendarData } from '#calendar';
import { deadlineLabel, type CalendarPreview } from '#contract';
import type { ForeseenCalendar } from '#engine';
import type { TaskName } from '#persistence';
import { periodLabel } from '../view/labels.js';

interface Names {
  policy: Policy;
  units: ReadonlyMap<string, string>;
  tasks: ReadonlyMap<string, TaskName>;
}

/** Of what a preview tells one by one. */
export function idsIn({ sittings, clocks }: ForeseenCalendar): { units: string[]; tasks: string[] } {
  return {
    units: [
      ...new Set([...sittings.map(({ unitId }) => unitId), ...clocks.flatMap(({ unitIds }) => unitIds)]),
    ],
    tasks: [...new Set(clocks.flatMap(({ taskId }) => taskId ?? []))],
  };
}

/** What an announcement would move, as the page shows it. */
export function previewView(foreseen: ForeseenCalendar, names: Names): CalendarPreview {
  const { before, next, at, days, counts, limit } = foreseen;
  return {
    ...{ at, days, counts, limit },
    hours: changedHours(before, next),
    years: Object.keys(next.years)
      .filter((year) => before.years[year] !== next.years[year])
      .map((year) => ({
        year: Number(year),
        before: year in before.years ? yearOf(before, year) : null,
        after: yearOf(next, year),
      })),
    sittings: foreseen.sittings.map(
      ({ id, unitId, duty, period, owed, before: was, after, wouldBe, fate }) => ({
        ...{ id, unit: unitRef(unitId, names), label: dutyLabel(duty, names.policy) },
        periodLabel: periodLabel(period),
        owed,
        ...{ before: was, after, wouldBe, fate },
      }),
    ),
    clocks: foreseen.clocks.map(({ name, taskId, unitIds, before: was, after, wouldBe, fate }) => ({
      label: deadlineLabel(name),
      task: taskRef(taskId, names),
      units: unitIds.map((id) => unitRef(id, names)),
      ...{ before: was, after, wouldBe, fate },
    })),
  };
}

function yearOf(
  data: CalendarData,
  year: string,
): { workingDays: number; status: 'published' | 'provisional' } {
  const workingDays = workingDaysInPeriod(createCalendar(data), {
    start: `${year}-01-01`,
    end: `${year}-12-31`,
  });
  return { workingDays, status: data.years[year]?.status ?? 'provisional' };
}

const unitRef = (id: string, { units }: Names): { id: string; name: string } => ({
  id,
  name: units.get(id) ?? '',
});

function taskRef(id: string | null, { tasks }: Names): CalendarPreview['clocks'][number]['task'] {
  const task = id === null ? undefined : tasks.get(id);
  return task ? { id: task.id, code: task.code, title: task.title } : null;
}

const dutyLabel = (duty: string, { duties }: Policy): string =>
  duty === TASK_REPORT ? '任务填报' : (duties.find(({ name }) => name === duty)?.label ?? duty);
