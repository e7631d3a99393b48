import { SCHEDULE_LABELS, SCHEDULES, type TaskSummary } from '#contract';
import { Button, Checkbox, Input, Select } from 'antd';
import { useMemo } from 'react';
import { wordInLanguage } from '../texts/in-language.js';
import { tasksText } from '../texts/zh.js';
import { ANY_RUNG, type TaskSearch } from './task-search.js';

interface TaskFiltersProps {
  tasks: readonly TaskSummary[];
  search: TaskSearch;
  onChange: (change: Partial<Record<keyof TaskSearch, unknown>>) => void;
  /** All but the state, which is chosen elsewhere. */
  onClear: () => void;
}

interface Option {
  value: string;
  label: string;
}

const distinct = (options: Option[]): Option[] => [
  ...new Map(options.map((option) => [option.value, option])).values(),
];

function useOptions(tasks: readonly TaskSummary[]): { actions: Option[]; units: Option[]; rungs: Option[] } {
  return useMemo(
    () => ({
      actions: distinct(tasks.map(({ action }) => ({ value: action.code, label: action.name }))),
      units: distinct(
        tasks.flatMap(({ leads }) => leads.map(({ id, name }) => ({ value: id, label: name }))),
      ).toSorted((a, b) => a.label.localeCompare(b.label, 'zh-CN')),
      rungs: distinct(
        tasks
          .flatMap(({ standing }) => standing ?? [])
          .toSorted((a, b) => a.rung - b.rung)
          .map(({ label }) => ({ value: label, label })),
      ),
    }),
    [tasks],
  );
}

/** The conditions, in one line on a desk. Only those that make a difference in this list are offered. */
export function TaskFilters({ tasks, search, onChange, onClear }: TaskFiltersProps) {
  const { actions, units, rungs } = useOptions(tasks);
  const needing = tasks.filter(({ needsAssignment }) => needsAssignment).length;
  const some = Object.entries(search).some(([key, value]) => key !== 'state' && value !== undefined);
  const select = (key: keyof TaskSearch, label: string, all: string, options: Option[]) => (
    <Select
      aria-label={label}
      value={search[key] as string | undefined}
      placeholder={all}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      options={options}
      popupMatchSelectWidth={false}
      onChange={(value: string | undefined) => onChange({ [key]: value })}
      className={`filter-${key}`}
    />
  );
  return (
    <div className="task-filters">
      <Input.Search
        className="filter-q"
        aria-label={tasksText.search}
        placeholder={tasksText.search}
        allowClear
        defaultValue={search.q ?? ''}
        onChange={(event) => onChange({ q: event.target.value.trim() || undefined })}
      />
      {select('action', tasksText.action, tasksText.allActions, actions)}
      {units.length > 1 ? select('unit', tasksText.unit, tasksText.allUnits, units) : null}
      {select(
        'schedule',
        tasksText.schedule,
        tasksText.allSchedules,
        SCHEDULES.map((schedule) => ({ value: schedule, label: wordInLanguage(SCHEDULE_LABELS[schedule]) })),
      )}
      {select('rung', tasksText.rungFilter, tasksText.allRungs, [
        { value: ANY_RUNG, label: tasksText.anyRung },
        ...rungs,
      ])}
      {needing > 0 ? (
        <Checkbox
          checked={search.needs === true}
          onChange={(event) => onChange({ needs: event.target.checked || undefined })}
          data-testid="needs-assignment"
        >
          {tasksText.needsAssignment} <b>{needing}</b>
        </Checkbox>
      ) : null}
      {some ? (
        <Button type="link" onClick={onClear}>
          {tasksText.clear}
        </Button>
      ) : null}
    </div>
  );
}
