import type { UnitRecord } from '#contract';
import { Button } from 'antd';
import { marks, unitsText } from '../texts/zh.js';

/** So many other names say enough; the rest stands with the unit. */
const NAMES_SHOWN = 3;

/** One unit in the list: what it is called, what became of it, who is there, and what it leads. */
export function UnitRow({ unit, onOpen }: { unit: UnitRecord; onOpen: () => void }) {
  const { name, kindLabel, isGroup, members, succeeded, predecessors, people, vacant, tasksLed } = unit;
  return (
    <li data-testid="unit">
      <div className="unit-name">
        <b>{name}</b>
        <span className="soft small">{kindLabel}</span>
      </div>
      <div className="unit-names soft small">
        {succeeded === null ? null : <span className="unit-succeeded">{succeeded}</span>}
        {predecessors.length === 0 ? null : <span>{unitsText.before(predecessors.join(marks.list))}</span>}
        <OtherNames names={unit.aliases} />
      </div>
      <div className="unit-people">
        {isGroup ? (
          members === 0 ? (
            <span className="unit-wanting">{unitsText.membersUnset}</span>
          ) : (
            <span>{unitsText.members(members)}</span>
          )
        ) : (
          <span className={people === 0 ? 'soft' : undefined}>{unitsText.people(people)}</span>
        )}
        {vacant.map(({ code, label }) => (
          <span key={code} className="unit-wanting">
            {unitsText.vacant(label)}
          </span>
        ))}
      </div>
      <span className="unit-led number">{tasksLed === 0 ? null : unitsText.led(tasksLed)}</span>
      <Button size="small" onClick={onOpen} aria-label={unitsText.open(name)} data-testid="open-unit">
        {unitsText.look}
      </Button>
    </li>
  );
}

function OtherNames({ names }: { names: readonly string[] }) {
  if (names.length === 0) return null;
  const shown = names.slice(0, NAMES_SHOWN).join(marks.list);
  return (
    <span>
      {names.length > NAMES_SHOWN ? unitsText.alsoMore(shown, names.length) : unitsText.also(shown)}
    </span>
  );
}
