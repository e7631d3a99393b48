import { LADDER_GROUPS, type LadderList, type LadderView } from '#contract';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Alert, Select } from 'antd';
import { Answer } from '../components/answer.js';
import { PageTitle } from '../components/page-title.js';
import { Panel } from '../components/panel.js';
import { formatShortDay } from '../format/date.js';
import { laddersText, marks } from '../texts/zh.js';
import { LadderPicture } from './ladder-picture.js';
import { namesOf } from './names-of.js';
import { laddersQuery } from './queries.js';
import { Rehearsal } from './rehearsal.js';
import './ladders.css';

/** 督办阶梯: each ladder of the policy in force as a picture, and what it would do. */
export function LaddersPage() {
  return <Answer query={useQuery(laddersQuery)}>{(list) => <Ladders list={list} />}</Answer>;
}

function Ladders({ list }: { list: LadderList }) {
  const { ladder: wanted } = useSearch({ from: '/inside/ladders' });
  const navigate = useNavigate();
  const ladder = list.items.find(({ name }) => name === wanted) ?? list.items[0];
  if (!ladder) return null;
  return (
    <div data-testid="ladders">
      <div className="page-head">
        <PageTitle title={laddersText.title} />
        <span className="soft">{laddersText.policy(list.policy.label, list.policy.version)}</span>
        <div className="page-actions">
          <Select
            aria-label={laddersText.choose}
            data-testid="ladder-choice"
            className="ladder-choice"
            value={ladder.name}
            popupMatchSelectWidth={false}
            options={LADDER_GROUPS.map((group) => ({
              label: laddersText.groups[group],
              options: list.items
                .filter((one) => one.group === group)
                .map(({ name, label }) => ({ value: name, label })),
            })).filter(({ options }) => options.length > 0)}
            onChange={(name: string) => void navigate({ to: '/ladders', search: { ladder: name } })}
          />
        </div>
      </div>
      {ladder.paused === null ? null : (
        <Alert
          type="warning"
          showIcon
          title={laddersText.paused(formatShortDay(ladder.paused.until), ladder.paused.reason)}
        />
      )}
      <Panel title={ladder.label} note={laddersText.pictureHint} testId="ladder">
        <About ladder={ladder} />
        <LadderPicture ladder={ladder} />
      </Panel>
      <Rehearsal key={ladder.name} ladder={ladder} list={list} />
    </div>
  );
}

function About({ ladder: { cause, gate, duties, startAt, together, reminders } }: { ladder: LadderView }) {
  const [starts, stops] = laddersText.causes[cause] ?? [cause, ''];
  const notes = [
    gate === null ? '' : laddersText.gate(gate.label),
    duties.length === 0 ? '' : laddersText.duties(duties.join(marks.comma)),
    ...startAt.map(({ label, rung }) => laddersText.startAt(label, rung)),
    together ? laddersText.together : '',
  ].filter(Boolean);
  return (
    <dl className="facts ladder-about">
      <dt>{laddersText.starts}</dt>
      <dd>{starts}</dd>
      <dt>{laddersText.stops}</dt>
      <dd>{stops}</dd>
      {reminders.length === 0 ? null : (
        <>
          <dt>{laddersText.reminders}</dt>
          <dd>
            {reminders
              .map(({ offset, to }) =>
                laddersText.reminder(laddersText.after(offset.workingDays, offset.at), namesOf(to)),
              )
              .join(marks.semicolon)}
          </dd>
        </>
      )}
      {notes.map((note) => (
        <dd key={note} className="ladder-note soft">
          {note}
        </dd>
      ))}
    </dl>
  );
}
