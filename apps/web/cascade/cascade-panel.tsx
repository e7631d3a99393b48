import type { HandDownView, TaskCascadeView, TaskView } from '#contract';
import { useQuery } from '@tanstack/react-query';
import { Button, Tag } from 'antd';
import { useState } from 'react';
import { Panel } from '../components/panel.js';
import { formatFullDay, formatInstant } from '../format/date.js';
import { cascadeText, marks } from '../texts/zh.js';
import { AnswerDialog, RecallDialog } from './answer-dialogs.js';
import './cascade.css';
import { HandDownDialog } from './hand-down-dialog.js';
import { History } from './history.js';
import { cascadeQuery } from './queries.js';

/** 下级进展 and 交办下级 of a task. Not there where it was handed down by nobody, to nobody, and cannot be. */
export function CascadePanel({ task }: { task: TaskView }) {
  const { data } = useQuery(cascadeQuery(task.id));
  const [handing, hand] = useState(false);
  if (data === undefined) return null;
  const { items, mayHandDown, handedDown } = data;
  if (items.length === 0 && !mayHandDown && handedDown === null) return null;
  return (
    <Panel
      title={items.length > 0 ? cascadeText.progress : cascadeText.down}
      testId="cascade"
      {...(items.length > 0 && { note: cascadeText.note })}
      {...(mayHandDown && {
        actions: (
          <Button size="small" onClick={() => hand(true)} data-testid="hand-down">
            {cascadeText.down}
          </Button>
        ),
      })}
    >
      {handedDown === null ? null : (
        <p className="soft">{cascadeText.from(handedDown.upperName, handedDown.upperTaskCode)}</p>
      )}
      {items.length === 0 && mayHandDown ? <p className="soft">{cascadeText.none}</p> : null}
      {items.length === 0 ? null : <Figures figures={data.figures} all={items.length} />}
      <ul className="cascade-list">
        {items.map((item) => (
          <Item key={item.id} item={item} taskId={task.id} />
        ))}
      </ul>
      {items.length > 0 || handedDown !== null ? <History taskId={task.id} /> : null}
      {handing ? <HandDownDialog task={task} offered={data.children} onClose={() => hand(false)} /> : null}
    </Panel>
  );
}

const percent = (value: number | null): string => (value === null ? '—' : `${value}%`);

function Figures({ figures, all }: { figures: TaskCascadeView['figures']; all: number }) {
  const { adopted, reported, closed, lowestPercent, meanPercent, readings } = figures;
  return (
    <p className="cascade-figures">
      {[
        cascadeText.figures(adopted, all),
        reported > 0 ? cascadeText.quote(percent(lowestPercent), percent(meanPercent), reported) : '',
        ...readings.map(({ name, unit, sum, of }) => cascadeText.sum(name, `${sum}${unit}`, of)),
        closed > 0 ? cascadeText.closedOf(closed) : '',
      ]
        .filter((part) => part !== '')
        .join(marks.semicolon)}
    </p>
  );
}

function Item({ item, taskId }: { item: HandDownView; taskId: string }) {
  const [open, setOpen] = useState<'answer' | 'recall' | null>(null);
  const { adopted, progress, state, stateLabel, deliveredAt } = item;
  return (
    <li data-testid="hand-down-item">
      <div className="cascade-head">
        <strong>{item.lower.name}</strong>
        <Tag color={state === 'adopted' ? 'green' : state === 'asked' ? 'gold' : 'default'}>{stateLabel}</Tag>
        {progress === null ? null : (
          <>
            <Tag>{progress.stateLabel}</Tag>
            {progress.card === null ? null : <Tag color="red">{progress.card}</Tag>}
          </>
        )}
        {deliveredAt === null ? <span className="soft small">{cascadeText.onItsWay}</span> : null}
        <span className="cascade-acts">
          {item.mayAnswer ? (
            <Button size="small" type="primary" onClick={() => setOpen('answer')}>
              {cascadeText.answer}
            </Button>
          ) : null}
          {item.mayRecall ? (
            <Button size="small" type="link" onClick={() => setOpen('recall')}>
              {cascadeText.recall}
            </Button>
          ) : null}
        </span>
      </div>
      {adopted === null ? null : (
        <div className="small">
          {adopted.code} {adopted.title} · {adopted.leads.join(marks.list)} · {cascadeText.deadlineShort}
          {formatFullDay(progress?.deadlineOn ?? adopted.deadlineOn)}
          {adopted.deadlineReason === null ? '' : ` · ${cascadeText.later(adopted.deadlineReason)}`}
        </div>
      )}
      {progress === null ? null : (
        <div className="small">
          {progress.percent === null
            ? cascadeText.noReport
            : `${cascadeText.percent} ${percent(progress.percent)}${marks.open}${progress.periodLabel ?? ''}${marks.close} · ${progress.scheduleLabel}`}
          {progress.readings.map(({ name, value, unit }) => ` · ${name} ${value}${unit}`).join('')}
          <span className="soft"> · {formatInstant(progress.at)}</span>
          {progress.words === null ? null : <p className="soft cascade-words">{progress.words}</p>}
        </div>
      )}
      {item.question === null ? null : <div className="small">{cascadeText.asked(item.question)}</div>}
      {item.answer === null ? null : <div className="small">{cascadeText.answered(item.answer)}</div>}
      {item.reason === null ? null : (
        <div className="small">
          {cascadeText.reasonOf(state === 'declined' ? cascadeText.decline : cascadeText.recall, item.reason)}
        </div>
      )}
      {open === 'answer' ? <AnswerDialog item={item} taskId={taskId} onClose={() => setOpen(null)} /> : null}
      {open === 'recall' ? <RecallDialog item={item} taskId={taskId} onClose={() => setOpen(null)} /> : null}
    </li>
  );
}
