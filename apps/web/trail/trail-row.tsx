import type { PersonRef, TrailEntryView } from '#contract';
import { Button, Tag } from 'antd';
import { useState, type ReactNode } from 'react';
import { deviceOf } from '../access/device-of.js';
import { formatInstant } from '../format/date.js';
import { wordInLanguage } from '../texts/in-language.js';
import { trailTexts, marks } from '../texts/zh.js';
import { ChainCheck } from './chain-check.js';
import { differences } from './differences.js';

const { seal } = trailTexts;

interface TrailRowProps {
  entry: TrailEntryView;
  onPerson: (id: string) => void;
  onSubject: (id: string) => void;
}

/** One line of the trail as a sentence; what it rests on is below, for who opens it. */
export function TrailRow({ entry, onPerson, onSubject }: TrailRowProps) {
  const [open, setOpen] = useState(false);
  const { subject, chain } = entry;
  return (
    <li data-testid="trail-row">
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <time className="soft small">{formatInstant(entry.at)}</time>
          <Tag className={`trail-tag trail-${entry.kind}`}>{entry.kindLabel}</Tag>
          <span className="trail-sentence">
            <Actor entry={entry} onPerson={onPerson} /> {entry.actionLabel}
            <Whom entry={entry} onPerson={onPerson} />
            {subject === null ? null : chain.kind === 'actor' ? (
              trailTexts.concerning(subject.title)
            ) : (
              <>
                {marks.colon}
                <Named onClick={() => onSubject(chain.id)}>{subject.title}</Named>
              </>
            )}
          </span>
          <span className="trail-foot soft small">
            {[entry.unit?.name, entry.viaLabel, entry.address]
              .filter((word) => word !== null && word !== undefined && word !== '')
              .join(' · ')}
            <span className={entry.seal === null ? 'trail-unsealed' : 'trail-sealed'}>
              {entry.seal === null
                ? seal.none
                : seal.by(entry.seal.number, formatInstant(entry.seal.sealedAt))}
            </span>
          </span>
        </summary>
        {open ? <Grounds entry={entry} /> : null}
      </details>
    </li>
  );
}

const nameOf = ({ name }: PersonRef): string => name ?? trailTexts.erasedPerson;

function Actor({ entry, onPerson }: Pick<TrailRowProps, 'entry' | 'onPerson'>) {
  const { actor, onBehalfOf } = entry;
  if (actor === null) return <b>{nobodyOf(entry)}</b>;
  return (
    <>
      <Named onClick={() => onPerson(actor.id)}>{nameOf(actor)}</Named>
      {onBehalfOf === null ? null : <span className="soft"> {trailTexts.onBehalf(nameOf(onBehalfOf))}</span>}
    </>
  );
}

/** By whom, where no person is named. */
function nobodyOf({ chain, viaLabel, kind }: TrailEntryView): string {
  if (chain.kind !== 'actor' || kind === 'retention') return trailTexts.system;
  if (viaLabel === wordInLanguage('服务器命令')) return trailTexts.atServer;
  return viaLabel === wordInLanguage('未登录') ? trailTexts.somebody : trailTexts.system;
}

function Whom({ entry, onPerson }: Pick<TrailRowProps, 'entry' | 'onPerson'>) {
  const { persons, personCount } = entry;
  if (personCount === 0) return null;
  return (
    <span>
      {marks.colon}
      {persons.slice(0, 3).map((person, index) => (
        // The mark stays with the name before it: no line begins with one.
        <span key={person.id} className="nowrap">
          <Named onClick={() => onPerson(person.id)}>{nameOf(person)}</Named>
          {index + 1 < Math.min(persons.length, 3) ? marks.list : ''}
        </span>
      ))}
      {personCount > 3 ? trailTexts.andOthers(personCount) : ''}
    </span>
  );
}

function Named({ onClick, children }: { onClick: () => void; children: ReactNode }) {
  return (
    <Button
      type="link"
      size="small"
      className="trail-name"
      onClick={(event) => {
        // The line is a summary: a click on a name is not one on the line.
        event.preventDefault();
        onClick();
      }}
    >
      {children}
    </Button>
  );
}

/** `query.search` as people say it. */
const wordsOf = (path: string): string =>
  path
    .split('.')
    .map((part) => trailTexts.names[part] ?? part)
    .join(' · ');

function Grounds({ entry }: { entry: TrailEntryView }) {
  const { before, after, details, address, agent, sessionId, tokenId, viaLabel, erased } = entry;
  const changed = differences(before, after);
  const said = differences(null, details);
  const { where, fields } = trailTexts;
  const from = [
    [where.via, viaLabel],
    [where.address, address],
    [where.agent, agent === null ? null : deviceOf(agent)],
    [where.session, sessionId?.slice(0, 8) ?? null],
    [where.token, tokenId?.slice(0, 8) ?? null],
  ].filter(([, value]) => value !== null);
  return (
    <div className="trail-grounds" data-testid="trail-grounds">
      {changed.length === 0 ? null : (
        <table className="trail-diff">
          <thead>
            <tr>
              <th>{trailTexts.content}</th>
              <th>{fields.before}</th>
              <th>{fields.after}</th>
            </tr>
          </thead>
          <tbody>
            {changed.map(({ path, before: was, after: is }) => (
              <tr key={path}>
                <th>{wordsOf(path)}</th>
                <td>{was === null ? <span className="soft">{fields.nothing}</span> : <del>{was}</del>}</td>
                <td>{is === null ? <span className="soft">{fields.nothing}</span> : <ins>{is}</ins>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {erased ? <p className="soft">{trailTexts.erased}</p> : null}
      <dl className="trail-facts">
        {from.map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        {said.map(({ path, after: value }) => (
          <div key={path}>
            <dt>{wordsOf(path)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <ChainCheck entry={entry} />
    </div>
  );
}
