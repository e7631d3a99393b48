import type { SessionView, TaskAction, TaskSummary } from '#contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { ApiProblem } from '../api/api-problem.js';
import { call, etagOf } from '../api/client.js';
import { useSession } from '../session/use-session.js';
import { actionTexts, problemTexts, tasksText } from '../texts/zh.js';

interface Bulk {
  action: TaskAction;
  label: string;
  tasks: TaskSummary[];
}

/** The steps that a person usually takes for many tasks at once; the server still decides on each of them. */
function bulksFor({ roles, unit }: SessionView, tasks: readonly TaskSummary[]): Bulk[] {
  const is = (...names: string[]): boolean => roles.some(({ role }) => names.includes(role));
  const bulks: Bulk[] = [];
  if (is('headquartersOffice')) {
    const confirmable = tasks.filter(({ state }) => state === 'drafted');
    const ready = tasks.filter(({ state, needsAssignment }) => state === 'confirmed' && !needsAssignment);
    bulks.push({ action: 'confirm', label: tasksText.bulk.confirm, tasks: confirmable });
    bulks.push({ action: 'dispatch', label: tasksText.bulk.dispatch, tasks: ready });
  }
  if (is('liaison', 'leadUnitHead')) {
    const own = tasks.filter(
      ({ state, leads }) => state === 'dispatched' && leads.some(({ id }) => id === unit.id),
    );
    bulks.push({ action: 'sign', label: tasksText.bulk.sign, tasks: own });
  }
  return bulks.filter(({ tasks: some }) => some.length > 1);
}

function BulkButton({ bulk }: { bulk: Bulk }) {
  const queries = useQueryClient();
  const { message, modal } = App.useApp();
  const [done, setDone] = useState(0);
  const acting = useMutation({
    mutationFn: async () => {
      const refused: string[] = [];
      for (const [index, { id, code, version }] of bulk.tasks.entries()) {
        setDone(index + 1);
        await call('actOnTask', { params: { id, action: bulk.action }, etag: etagOf(version) }).catch(
          (problem: unknown) => {
            // Without an answer the rest would fail as well; a refusal concerns this task alone.
            if (!(problem instanceof ApiProblem) || problem.status === 0 || problem.status === 401)
              throw problem;
            refused.push(`${code}：${problem.detail}`);
          },
        );
      }
      return refused;
    },
    onSuccess: (refused) => {
      if (refused.length === 0) void message.success(tasksText.bulk.done(bulk.label, bulk.tasks.length));
      else modal.warning({ title: tasksText.bulk.refused(refused.length), content: refused.join('\n') });
    },
    onError: (problem) =>
      void message.error(problem instanceof ApiProblem ? problem.detail : problemTexts.server),
    onSettled: () => queries.invalidateQueries(),
  });
  const { label, tasks } = bulk;
  return (
    <Popconfirm
      title={tasksText.bulk.ask(label, tasks.length)}
      description={actionTexts.consequences[bulk.action]}
      onConfirm={() => acting.mutate()}
    >
      <Button loading={acting.isPending} data-testid={`bulk-${bulk.action}`}>
        {acting.isPending
          ? tasksText.bulk.running(done, tasks.length)
          : tasksText.bulk.button(label, tasks.length)}
      </Button>
    </Popconfirm>
  );
}

/** Buttons for the tasks that are shown: filter first, then act on what is left. */
export function BulkActs({ tasks }: { tasks: readonly TaskSummary[] }) {
  const session = useSession();
  return bulksFor(session, tasks).map((bulk) => <BulkButton key={bulk.action} bulk={bulk} />);
}
