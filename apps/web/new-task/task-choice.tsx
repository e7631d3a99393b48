import type { TaskToHandOverView } from '#contract';
import { Button, Checkbox, Input } from 'antd';
import { useState } from 'react';
import { newTaskText } from '../texts/zh.js';

interface TaskChoiceProps {
  tasks: readonly TaskToHandOverView[];
  /** Ids of those that are chosen; given by the form. */
  value?: readonly string[];
  onChange?: (ids: string[]) => void;
}

/** From so many on one types a part of the name. */
const MANY = 12;

interface Group {
  label: string;
  tasks: TaskToHandOverView[];
}

/** Tasks as they stand together in the plan: by action, and by its sections. */
function groupsOf(tasks: readonly TaskToHandOverView[]): Group[] {
  const groups = new Map<string, Group>();
  for (const task of tasks) {
    const label = newTaskText.successionGroup(
      `${task.action.code} ${task.action.name}`,
      task.section || null,
    );
    const group = groups.get(label) ?? { label, tasks: [] };
    group.tasks.push(task);
    groups.set(label, group);
  }
  return [...groups.values()];
}

/** Tasks are chosen one by one, by section, or all that are shown. */
export function TaskChoice({ tasks, value = [], onChange }: TaskChoiceProps) {
  const [words, setWords] = useState('');
  const shown = tasks.filter(({ code, title }) => `${code} ${title}`.includes(words.trim()));
  const chosen = new Set(value);
  const put = (some: readonly TaskToHandOverView[], wanted: boolean): void => {
    const next = new Set(chosen);
    for (const { id } of some)
      if (wanted) next.add(id);
      else next.delete(id);
    onChange?.(tasks.flatMap(({ id }) => (next.has(id) ? [id] : [])));
  };
  return (
    <div className="task-choice" data-testid="task-choice">
      <div className="task-choice-bar">
        {tasks.length > MANY ? (
          <Input
            allowClear
            value={words}
            placeholder={newTaskText.successionFind}
            aria-label={newTaskText.successionFind}
            onChange={({ target }) => setWords(target.value)}
          />
        ) : null}
        <Button size="small" onClick={() => put(shown, true)}>
          {newTaskText.successionAll}
        </Button>
        <Button size="small" onClick={() => put(shown, false)}>
          {newTaskText.successionNone}
        </Button>
      </div>
      {groupsOf(shown).map(({ label, tasks: some }) => {
        const count = some.filter(({ id }) => chosen.has(id)).length;
        return (
          <fieldset key={label}>
            <legend>
              <Checkbox
                checked={count === some.length}
                indeterminate={count > 0 && count < some.length}
                onChange={({ target }) => put(some, target.checked)}
              >
                <b>{label}</b>
              </Checkbox>
            </legend>
            {some.map((task) => (
              <Checkbox
                key={task.id}
                checked={chosen.has(task.id)}
                onChange={({ target }) => put([task], target.checked)}
              >
                {task.code} {task.title}
              </Checkbox>
            ))}
          </fieldset>
        );
      })}
    </div>
  );
}
