import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { formatInstant } from '../format/date.js';
import { cascadeText, marks } from '../texts/zh.js';
import { lowerProgressQuery } from './queries.js';

/** What was said between the two sides, the newest first; asked for when it is opened. */
export function History({ taskId }: { taskId: string }) {
  const [open, setOpen] = useState(false);
  const { data } = useQuery({ ...lowerProgressQuery(taskId), enabled: open });
  return (
    <>
      <Button type="link" size="small" className="cascade-history" onClick={() => setOpen(!open)}>
        {open ? cascadeText.historyHide : cascadeText.history}
      </Button>
      {open && data !== undefined ? (
        <ol className="cascade-said" data-testid="cascade-said">
          {data.items.map(({ handDownId, direction, seq, at, otherName, kindLabel, summary, state }) => (
            <li key={`${handDownId}/${direction}/${seq}`} className="small">
              <span className="soft number">{formatInstant(at)}</span> {cascadeText[direction]} {otherName} ·{' '}
              {kindLabel}
              {marks.colon}
              {summary}
              {state === 'stopped' ? (
                <span className="soft">
                  {marks.open}
                  {cascadeText.stopped}
                  {marks.close}
                </span>
              ) : null}
            </li>
          ))}
        </ol>
      ) : null}
    </>
  );
}
