import type { PersonRef, UnitFile, UnitRef } from '#contract';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { formatInstant, formatShortDay } from '../format/date.js';
import { useMayEnter } from '../session/use-session.js';
import { wordInLanguage } from '../texts/in-language.js';
import { marks, unitsText } from '../texts/zh.js';

interface PartProps {
  unit: UnitFile;
  onOpen: (unitId: string) => void;
}

const whoIs = (person: PersonRef | null): string => person?.name ?? unitsText.atCommand;

function Part({ title, testId, children }: { title: string; testId?: string; children: ReactNode }) {
  return (
    <section data-testid={testId}>
      <h2 className="unit-heading">{title}</h2>
      {children}
    </section>
  );
}

const OtherUnit = ({ unit, onOpen }: { unit: UnitRef; onOpen: (unitId: string) => void }) => (
  <Button type="link" size="small" className="unit-other" onClick={() => onOpen(unit.id)}>
    {unit.name}
  </Button>
);

/** Its other names, where each was learned; those that were learned can be taken back. */
export function Names({
  unit,
  onTakeBack,
}: {
  unit: UnitFile;
  onTakeBack: ((printed: string) => void) | undefined;
}) {
  return (
    <Part title={unitsText.names} testId="unit-names">
      {unit.aliases.length === 0 ? <p className="soft">{unitsText.noAlias}</p> : null}
      <ul className="unit-lines">
        {unit.aliases.map((alias) => (
          <li key={alias.printed}>
            <span>
              {alias.printed}
              <span className="soft small">
                {' '}
                {alias.learnedFrom === null || alias.learnedAt === null
                  ? unitsText.ofDirectory
                  : [
                      unitsText.learnedFrom(alias.learnedFrom),
                      unitsText.byWhom(whoIs(alias.learnedBy), formatInstant(alias.learnedAt)),
                      ...(alias.desks.length === 0
                        ? []
                        : [unitsText.onlyDesks(alias.desks.join(marks.list))]),
                    ].join(marks.comma)}
              </span>
            </span>
            {alias.origin === 'learned' && onTakeBack !== undefined ? (
              <Button
                size="small"
                aria-label={unitsText.takeBack(alias.printed)}
                onClick={() => onTakeBack(alias.printed)}
              >
                {unitsText.acts.takeBackAlias}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {unit.desks.length === 0 ? null : (
        <p className="soft small">{unitsText.desks(unit.desks.map(({ name }) => name).join(marks.list))}</p>
      )}
    </Part>
  );
}

/** What it was before, and what became of it. */
export function History({ unit: { isGroup, predecessors, successors }, onOpen }: PartProps) {
  if (isGroup) return null;
  const lines = [
    ...predecessors.map((one) => ({ ...one, words: unitsText.wasBefore(one.kindLabel, one.unit.name) })),
    ...successors.map((one) => ({ ...one, words: unitsText.became(one.kindLabel, one.unit.name) })),
  ];
  return (
    <Part title={unitsText.history} testId="unit-history">
      {lines.length === 0 ? <p className="soft">{unitsText.noHistory}</p> : null}
      <ul className="unit-lines">
        {lines.map(({ words, unit, from, reason, recordedBy, recordedAt }) => (
          <li key={words}>
            <span>
              {words}
              <span className="soft small">
                {' '}
                {unitsText.since(from, reason)}
                {marks.semicolon}
                {unitsText.recorded(whoIs(recordedBy), formatInstant(recordedAt))}
              </span>
            </span>
            <Button size="small" aria-label={unitsText.open(unit.name)} onClick={() => onOpen(unit.id)}>
              {unitsText.look}
            </Button>
          </li>
        ))}
      </ul>
    </Part>
  );
}

/** Whom a group stands for, and the groups that a unit is in. */
export function Members({ unit: { isGroup, members, groups }, onOpen }: PartProps) {
  const units = isGroup ? members : groups;
  if (!isGroup && units.length === 0) return null;
  return (
    <Part title={isGroup ? unitsText.group : unitsText.memberOf} testId="unit-members">
      {units.length === 0 ? <p className="soft">{unitsText.noMembers}</p> : null}
      <div className="unit-others">
        {units.map((one) => (
          <OtherUnit key={one.id} unit={one} onOpen={onOpen} />
        ))}
      </div>
    </Part>
  );
}

/** What it has to do. */
export const Work = ({ unit }: { unit: UnitFile }) => (
  <Part title={unitsText.work}>
    <p>
      {unitsText.leads(unit.tasksLed)}
      {marks.comma}
      {unitsText.supports(unit.tasksSupported)}
      {unit.tasksLed === 0 ? null : (
        <span className="unit-ways">
          <Link to="/tasks" search={{ unit: unit.id }}>
            {unitsText.seeTasks}
          </Link>
        </span>
      )}
    </p>
  </Part>
);

/** Who holds which post of the unit; what its tasks need and nobody holds. */
export function Posts({ unit }: { unit: UnitFile }) {
  const appoints = useMayEnter('accounts');
  const barred = (id: string): boolean => unit.people.some((one) => one.id === id && one.barred);
  return (
    <Part title={unitsText.posts} testId="unit-posts">
      {unit.posts.length + unit.vacant.length === 0 ? <p className="soft">{unitsText.noPosts}</p> : null}
      <ul className="unit-lines">
        {unit.posts.map(({ role, label, person, validTo }) => (
          <li key={`${role}/${person.id}`}>
            <span>{label}</span>
            <span>
              {person.name}
              {validTo === null ? null : (
                <span className="soft small"> {unitsText.until(formatShortDay(validTo))}</span>
              )}
              {barred(person.id) ? <span className="soft small"> {unitsText.barred}</span> : null}
            </span>
          </li>
        ))}
        {unit.vacant.map(({ code, label }) => (
          <li key={code}>
            <span>{label}</span>
            <span className="unit-wanting">{unitsText.nobody}</span>
          </li>
        ))}
      </ul>
      {appoints ? (
        <Link to="/accounts" search={{ q: unit.name }}>
          {unitsText.toAccounts}
        </Link>
      ) : null}
    </Part>
  );
}

/** Who belongs to the unit and holds no post of it. */
export function People({ unit: { people, posts } }: { unit: UnitFile }) {
  const others = people.filter(({ id }) => posts.every(({ person }) => person.id !== id));
  if (people.length > 0 && others.length === 0) return null;
  return (
    <Part title={people.length === 0 ? unitsText.staff : unitsText.otherStaff} testId="unit-staff">
      {people.length === 0 ? <p className="soft">{unitsText.noStaff}</p> : null}
      <ul className="unit-lines">
        {others.map(({ id, name, roles, barred }) => (
          <li key={id}>
            <span>{name}</span>
            <span className="soft small">
              {roles.length === 0 ? unitsText.noRole : roles.map(wordInLanguage).join(marks.list)}
              {barred ? `${marks.semicolon}${unitsText.barred}` : ''}
            </span>
          </li>
        ))}
      </ul>
    </Part>
  );
}

/** Who registered it, and who set its members. */
export function Changes({ unit: { changes } }: { unit: UnitFile }) {
  if (changes.length === 0) return null;
  return (
    <Part title={unitsText.changes}>
      <ul className="unit-lines">
        {changes.map(({ kindLabel, at, by, reason }) => (
          <li key={`${kindLabel}/${at}`}>
            <span>{unitsText.changed(kindLabel, whoIs(by), formatInstant(at))}</span>
            <span className="soft small">{reason}</span>
          </li>
        ))}
      </ul>
    </Part>
  );
}
