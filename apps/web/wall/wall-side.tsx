import type { WallChange, WallLevel, WallUnit, Wall } from '#contract';
import { Link } from '@tanstack/react-router';
import { formatTime } from '../format/date.js';
import { wallText } from '../texts/zh.js';
import { LevelMark } from './level-mark.js';
import { sameChoice } from './sign-of.js';
import type { ChoosingProps } from './wall-head.js';

/** How many tasks and units are on each level, in its own word and shape; one that is pressed shows which tasks. */
function Ladder({ levels, choice, onChoose }: { levels: readonly WallLevel[] } & ChoosingProps) {
  return (
    <section className="wall-panel" data-testid="wall-ladder">
      <h2>{wallText.ladder}</h2>
      <ol className="wall-ladder">
        {levels.map(({ id, label, colour, tasks, units }, place) => (
          <li key={id}>
            <LevelMark place={place} colour={colour} />
            <button
              type="button"
              className="wall-choose"
              disabled={tasks === 0}
              aria-pressed={sameChoice(choice, { level: id })}
              onClick={() => onChoose({ level: id })}
            >
              <b>{label}</b>
            </button>
            <span>{wallText.onLevel(tasks, units)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Unit({ unit, levels }: { unit: WallUnit; levels: readonly WallLevel[] }) {
  const { standing, latest, missedSittings } = unit;
  const place = levels.findIndex(({ id }) => id === standing?.colour);
  return (
    <li>
      <Link to="/tasks" search={{ unit: unit.unit.id }}>
        {unit.unit.name}
      </Link>
      <span className="wall-unit-standing">
        {standing === null ? null : <LevelMark place={place} colour={levels[place]?.colour} />}
        {standing === null ? (latest?.statusLabel ?? '') : standing.label}
      </span>
      <span className="wall-unit-missed">{missedSittings > 0 ? wallText.missed(missedSittings) : ''}</span>
    </li>
  );
}

/** Who is in trouble with reporting; where nobody is, that is said. */
function Units({ units, levels }: { units: readonly WallUnit[]; levels: readonly WallLevel[] }) {
  const troubled = units.filter(
    ({ standing, missedSittings, latest }) =>
      standing !== null || missedSittings > 0 || latest?.status === 'overdue',
  );
  return (
    <section className="wall-panel wall-grows" data-testid="wall-units">
      <h2>
        {wallText.units} <small>{wallText.ofUnits(troubled.length, units.length)}</small>
      </h2>
      {troubled.length === 0 ? <p>{wallText.noTrouble}</p> : null}
      <ul className="wall-units" tabIndex={0} aria-label={wallText.units}>
        {troubled.map((unit) => (
          <Unit key={unit.unit.id} unit={unit} levels={levels} />
        ))}
      </ul>
    </section>
  );
}

function Change({ change }: { change: WallChange }) {
  const { at, label, count, task, unit } = change;
  return (
    <li>
      <time>{formatTime(at)}</time>
      <b>{label}</b>
      {count > 1 ? <span>{wallText.several(count)}</span> : null}
      {count === 1 && task !== null ? (
        <Link to="/tasks/$taskId" params={{ taskId: task.id }}>
          {task.code} {task.title}
        </Link>
      ) : null}
      {count === 1 && task === null ? <span>{unit}</span> : null}
    </li>
  );
}

function Today({ changes }: { changes: readonly WallChange[] }) {
  return (
    <section className="wall-panel wall-grows" data-testid="wall-today">
      <h2>{wallText.today}</h2>
      {changes.length === 0 ? <p>{wallText.quiet}</p> : null}
      <ul className="wall-today" tabIndex={0} aria-label={wallText.today}>
        {changes.map((change) => (
          <Change key={`${change.at} ${change.type}`} change={change} />
        ))}
      </ul>
    </section>
  );
}

export function WallSide({ wall, ...choosing }: { wall: Wall } & ChoosingProps) {
  const { levels, units, changes } = wall;
  return (
    <aside className="wall-side">
      <Ladder levels={levels} {...choosing} />
      <Units units={units} levels={levels} />
      <Today changes={changes} />
    </aside>
  );
}
