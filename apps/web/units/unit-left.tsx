import type { UnitFile } from '#contract';
import { Link } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { marks, unitsText } from '../texts/zh.js';

const { left: texts } = unitsText;

interface UnitLeftProps {
  unit: UnitFile;
  onOpen: (unitId: string) => void;
  onHandOver: () => void;
}

/** What of a unit that was succeeded is not with its successor yet, each with the way to it. */
export function UnitLeft({ unit, onOpen, onHandOver }: UnitLeftProps) {
  const { successors, tasksLed, people, groups, allowedActs } = unit;
  if (successors.length === 0 || (tasksLed === 0 && people.length === 0 && groups.length === 0)) return null;
  const handsOver = allowedActs.includes('succeedInTasks');
  const hint = !handsOver ? texts.oneByOne : successors.length > 1 ? texts.split : null;
  return (
    <Alert
      type="warning"
      showIcon
      data-testid="unit-left"
      title={texts.title}
      description={
        <ul className="unit-left">
          {tasksLed === 0 ? null : (
            <li>
              {texts.tasks(tasksLed)}
              {hint === null ? '' : `${marks.semicolon}${hint}`}
              <span className="unit-ways">
                {handsOver ? (
                  <Button size="small" onClick={onHandOver} data-testid="act-succeedInTasks">
                    {unitsText.acts.succeedInTasks}
                  </Button>
                ) : null}
                <Link to="/tasks" search={{ unit: unit.id }}>
                  {unitsText.seeTasks}
                </Link>
              </span>
            </li>
          )}
          {people.length === 0 ? null : (
            <li>
              {texts.people(people.length)}
              <span className="unit-ways">
                <Link to="/accounts" search={{ q: unit.name }}>
                  {unitsText.toAccounts}
                </Link>
              </span>
            </li>
          )}
          {groups.map((group) => (
            <li key={group.id}>
              {texts.groups(group.name)}
              <span className="unit-ways">
                <Button size="small" onClick={() => onOpen(group.id)}>
                  {unitsText.open(group.name)}
                </Button>
              </span>
            </li>
          ))}
        </ul>
      }
    />
  );
}
