import type { LadderList, LadderView } from '#contract';
import { useQuery } from '@tanstack/react-query';
import { Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { Answer } from '../components/answer.js';
import { Panel } from '../components/panel.js';
import { civilDay, formatTime, instantOfLocal } from '../format/date.js';
import { laddersText } from '../texts/zh.js';
import { Course } from './course.js';
import { courseQuery } from './queries.js';
import { Days, Field } from './rehearsal-field.js';
import { Standstill } from './standstill.js';
import { supposedFrom, type Supposed } from './supposed.js';

const local = (at: string): string => `${civilDay(at)}T${formatTime(at)}`;
const ISSUED = ['promptly', 'atLimit', 'never'] as const;

/** What a ladder would do, if what is supposed here came true. The server reckons; nothing is recorded. */
export function Rehearsal({ ladder, list }: { ladder: LadderView; list: LadderList }) {
  const [supposed, setSupposed] = useState<Supposed>(() => supposedFrom(list.dueNext));
  const course = useQuery(courseQuery(ladder.name, supposed));
  const change = (part: Partial<Supposed>): void => setSupposed((before) => ({ ...before, ...part }));
  const { rungs } = ladder;
  const byPerson = rungs.some(({ issuedBy }) => issuedBy !== null);
  const answered = rungs.some(({ answerWithin }) => answerWithin !== null);
  const counted = rungs.some(({ early }) => early !== null);
  const lagging = rungs.some(({ lagOver, lagAtMost }) => lagOver !== null || lagAtMost !== null);
  return (
    <Panel title={laddersText.rehearsal} note={laddersText.rehearsalHint} testId="rehearsal">
      <form className="rehearsal-form" onSubmit={(event) => event.preventDefault()}>
        <Field label={laddersText.dueAt}>
          <Input
            type="datetime-local"
            data-testid="rehearse-due"
            value={local(supposed.due)}
            onChange={({ target: { value } }) => {
              if (value !== '') change({ due: instantOfLocal(value) });
            }}
          />
        </Field>
        <Field label={laddersText.cured}>
          <Days
            value={supposed.cured}
            never={laddersText.never}
            words={laddersText.curedAfter}
            testId="rehearse-cured"
            onChange={(cured) => change({ cured })}
          />
        </Field>
        {byPerson ? (
          <Field label={laddersText.issued}>
            <Select
              data-testid="rehearse-issued"
              aria-label={laddersText.issued}
              value={supposed.issued}
              options={ISSUED.map((value) => ({ value, label: laddersText.issuedOptions[value] }))}
              onChange={(issued) => change({ issued })}
            />
          </Field>
        ) : null}
        {answered ? (
          <Field label={laddersText.answered}>
            <Days
              value={supposed.answered}
              never={laddersText.neverAnswered}
              words={laddersText.answeredAfter}
              testId="rehearse-answered"
              onChange={(days) => change({ answered: days })}
            />
          </Field>
        ) : null}
        {counted ? (
          <Field label={laddersText.cards}>
            <InputNumber
              aria-label={laddersText.cards}
              min={0}
              max={9}
              precision={0}
              value={supposed.cards}
              onChange={(cards) => change({ cards: cards ?? 0 })}
            />
          </Field>
        ) : null}
        {lagging ? (
          <Field label={laddersText.lag}>
            <InputNumber
              aria-label={laddersText.lag}
              min={0}
              max={100}
              value={supposed.lag ?? list.lagBehind + 1}
              onChange={(lag) => change({ lag: lag ?? undefined })}
            />
          </Field>
        ) : null}
        {ladder.startAt.length > 0 ? (
          <Field label={laddersText.importance}>
            <Select
              aria-label={laddersText.importance}
              value={supposed.importance ?? list.importances[0]?.code}
              options={list.importances.map(({ code, label }) => ({ value: code, label }))}
              onChange={(importance) => change({ importance })}
            />
          </Field>
        ) : null}
        <Standstill may={course.data?.may ?? []} supposed={supposed} change={change} />
      </form>
      <Answer query={course}>{(found) => <Course course={found} />}</Answer>
      <p className="panel-body soft small">{laddersText.rehearsalLeaves}</p>
    </Panel>
  );
}
