import type { TaskAsks } from '#contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { ApiProblem } from '../api/api-problem.js';
import { call } from '../api/client.js';
import { taskAsksQuery } from '../api/queries.js';
import { Panel } from '../components/panel.js';
import { formatInstant } from '../format/date.js';
import { dutiesText, problemTexts } from '../texts/zh.js';
import { AskPartDialog } from './ask-part-dialog.js';
import { AskReportDialog } from './ask-report-dialog.js';
import './duties.css';
import { RecordView } from './record-view.js';

/** What was asked for on a task and what came of it, and the ways to ask. Nothing where there is nothing of it. */
export function AsksPanel({ taskId }: { taskId: string }) {
  const { data: asks } = useQuery(taskAsksQuery(taskId));
  if (asks === undefined) return null;
  const open = asks.partOf.length > 0 || asks.reportOf.length > 0;
  if (!open && asks.parts.length === 0 && asks.duties.length === 0) return null;
  return <Asks taskId={taskId} asks={asks} />;
}

function Asks({ taskId, asks }: { taskId: string; asks: TaskAsks }) {
  const [asking, ask] = useState<'part' | 'report' | null>(null);
  const running = asks.parts.filter(({ withdrawnAt }) => withdrawnAt === null);
  const given = asks.duties.filter(({ state }) => state !== 'excused');
  return (
    <Panel
      title={dutiesText.asks}
      testId="asks"
      actions={
        <div className="bar">
          {asks.partOf.length > 0 ? (
            <Button size="small" onClick={() => ask('part')} data-testid="ask-part">
              {dutiesText.askPart}
            </Button>
          ) : null}
          {asks.reportOf.length > 0 ? (
            <Button size="small" onClick={() => ask('report')} data-testid="ask-report">
              {dutiesText.askReport}
            </Button>
          ) : null}
        </div>
      }
    >
      {running.length === 0 && given.length === 0 ? (
        <span className="soft">{dutiesText.asksNone}</span>
      ) : null}
      <ul className="asks">
        {running.map((part) => (
          <li key={part.id}>
            <b>{part.unit.name}</b> <span className="soft">{part.cadenceLabel}</span>
            <p>{part.words}</p>
            {part.mayWithdraw ? <Withdraw requestId={part.id} /> : null}
          </li>
        ))}
        {given.map((duty) => (
          <li key={duty.id}>
            <b>{duty.unit.name}</b>{' '}
            <span className="soft">
              {duty.label} {duty.periodLabel} · {duty.stateLabel} ·{' '}
              {dutiesText.due(formatInstant(duty.dueAt))}
            </span>
            {duty.record === null ? null : <RecordView duty={duty} record={duty.record} />}
          </li>
        ))}
      </ul>
      {asking === 'part' ? (
        <AskPartDialog taskId={taskId} units={asks.partOf} onClose={() => ask(null)} />
      ) : null}
      {asking === 'report' ? <AskReportDialog taskId={taskId} asks={asks} onClose={() => ask(null)} /> : null}
    </Panel>
  );
}

function Withdraw({ requestId }: { requestId: string }) {
  const queries = useQueryClient();
  const { message } = App.useApp();
  const doing = useMutation({
    mutationFn: () => call('withdrawPart', { params: { id: requestId } }),
    onSuccess: async () => {
      void message.success(dutiesText.withdrawn);
      await queries.invalidateQueries();
    },
    onError: (problem) =>
      void message.error(problem instanceof ApiProblem ? problem.detail : problemTexts.server),
  });
  return (
    <Popconfirm title={dutiesText.withdrawAsk} onConfirm={() => doing.mutate()}>
      <Button type="link" size="small" loading={doing.isPending}>
        {dutiesText.withdraw}
      </Button>
    </Popconfirm>
  );
}
