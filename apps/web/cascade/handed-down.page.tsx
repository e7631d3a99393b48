import type { HandedDownTaskView } from '#contract';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Tag } from 'antd';
import { useState } from 'react';
import { Answer } from '../components/answer.js';
import { EmptyNote } from '../components/empty-note.js';
import { PageTitle } from '../components/page-title.js';
import { Panel } from '../components/panel.js';
import { formatFullDay } from '../format/date.js';
import { cascadeText, marks } from '../texts/zh.js';
import { AdoptDialog } from './adopt-dialog.js';
import './cascade.css';
import { HandedDownWords } from './handed-down-words.js';
import { handedDownQuery } from './queries.js';

/** 上级交办: what was handed down from above, to adopt, to send back or to ask about. */
export function HandedDownPage() {
  const list = useQuery(handedDownQuery);
  return (
    <>
      <div className="page-head">
        <PageTitle title={cascadeText.fromAbove} />
        <span className="soft">{cascadeText.fromAboveHint}</span>
      </div>
      <Answer query={list}>
        {({ items }) =>
          items.length === 0 ? (
            <div className="panel">
              <EmptyNote title={cascadeText.fromAboveNone} hint={cascadeText.fromAboveNoneHint} />
            </div>
          ) : (
            <>
              {items.map((item) => (
                <Item key={item.id} item={item} />
              ))}
            </>
          )
        }
      </Answer>
    </>
  );
}

function Item({ item }: { item: HandedDownTaskView }) {
  const [open, setOpen] = useState<'adopt' | 'decline' | 'ask' | null>(null);
  const { state, stateLabel, upper, task } = item;
  const close = (): void => setOpen(null);
  return (
    <div className="handed-down">
      <Panel
        testId="handed-down-item"
        title={
          <>
            {item.title} <Tag color={item.mayDecide ? 'gold' : 'default'}>{stateLabel}</Tag>
          </>
        }
        note={cascadeText.offeredBy(upper.name, item.offeredBy, formatFullDay(item.offeredAt))}
      >
        <p className="soft small">{cascadeText.ofTask(item.upperPlanTitle, item.upperTaskCode)}</p>
        <p>{item.requirement}</p>
        <p className="small">
          {cascadeText.deadline}
          {marks.colon}
          {formatFullDay(item.deadlineOn)}
          {item.indicators
            .map(({ name, comparatorLabel, value, unit }) => ` · ${name}${comparatorLabel}${value}${unit}`)
            .join('')}
        </p>
        {item.question === null ? null : <p className="small">{cascadeText.asked(item.question)}</p>}
        {item.answer === null ? null : <p className="small">{cascadeText.answered(item.answer)}</p>}
        {item.reason === null ? null : (
          <p className="small">
            {cascadeText.reasonOf(
              state === 'declined' ? cascadeText.decline : cascadeText.recall,
              item.reason,
            )}
          </p>
        )}
        {task === null ? null : (
          <Link to="/tasks/$taskId" params={{ taskId: task.id }}>
            {cascadeText.ownTask(task.code)}
          </Link>
        )}
        {item.mayDecide ? (
          <div className="handed-down-bar">
            <Button type="primary" onClick={() => setOpen('adopt')} data-testid="adopt">
              {cascadeText.adopt}
            </Button>
            {state === 'asked' ? null : <Button onClick={() => setOpen('ask')}>{cascadeText.ask}</Button>}
            <Button onClick={() => setOpen('decline')}>{cascadeText.decline}</Button>
          </div>
        ) : null}
      </Panel>
      {open === 'adopt' ? <AdoptDialog item={item} onClose={close} /> : null}
      {open === 'ask' || open === 'decline' ? (
        <HandedDownWords item={item} act={open} onClose={close} />
      ) : null}
    </div>
  );
}
