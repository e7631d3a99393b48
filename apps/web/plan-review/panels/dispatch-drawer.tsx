import type { DispatchSummary } from '#contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Alert, Button, Drawer } from 'antd';
import { isConflict } from '../../api/api-problem.js';
import { call, etagOf } from '../../api/client.js';
import { newKey } from '../../api/new-key.js';
import { planReviewQuery } from '../../api/queries.js';
import { useIntentionKey } from '../../api/use-intention-key.js';
import { Answer } from '../../components/answer.js';
import { ProblemNote } from '../../components/problem-note.js';
import { deskText, dispatchText, planReviewText } from '../../texts/zh.js';
import { useDesk } from '../desk.js';
import { DispatchProgress } from '../dispatch-progress.js';
import { FindingList, mattersOf, useCodes } from './finding-list.js';
import { UnitLoads } from './unit-loads.js';

/** What dispatching would ask of whom, and what keeps it back; nothing is sent before a person has seen it. */
export function DispatchDrawer({ onClose }: { onClose: () => void }) {
  const { review, acts } = useDesk();
  const queries = useQueryClient();
  const keyFor = useIntentionKey();
  const params = { id: review.id };
  const dispatching = useMutation({
    // What was counted is what is sent: the version is that of the summary.
    mutationFn: ({ version }: DispatchSummary) =>
      call('dispatchPlan', {
        params,
        body: { dryRun: false },
        etag: etagOf(version),
        key: keyFor(review.id, version),
      }),
    // Everything that a page knows of plans and tasks is old now.
    onSuccess: () => queries.invalidateQueries(),
    onError: (problem) => {
      if (isConflict(problem)) void acts.refresh();
    },
  });
  const done = dispatching.data;
  const trial = useQuery({
    queryKey: ['plan-reviews', review.id, 'dry-run', review.version],
    queryFn: async () => {
      // The last confirmations may be newer than what this page has read of the review.
      const { version } = await queries.fetchQuery({ ...planReviewQuery(review.id), staleTime: 0 });
      return call('dispatchPlan', { params, body: { dryRun: true }, etag: etagOf(version), key: newKey() });
    },
    enabled: done === undefined && review.state === 'open',
    placeholderData: (before: DispatchSummary | undefined) => before,
    retry: false,
  });
  const ready = trial.data?.obstacles.length === 0 && !trial.isPlaceholderData;
  return (
    <Drawer
      open
      onClose={onClose}
      title={done === undefined ? dispatchText.title : dispatchText.done}
      size="min(53.75rem, 100vw)"
      data-testid="dispatch"
      footer={
        done === undefined ? (
          <div className="bar">
            <Button
              type="primary"
              disabled={!ready}
              loading={dispatching.isPending}
              onClick={() => trial.data !== undefined && dispatching.mutate(trial.data)}
              data-testid="dispatch-now"
            >
              {review.amends === null
                ? dispatchText.confirm(trial.data?.dispatched ?? 0, trial.data?.waitingForLead ?? 0)
                : dispatchText.confirmAmends}
            </Button>
            <Button onClick={onClose}>{dispatchText.close}</Button>
          </div>
        ) : null
      }
    >
      {done === undefined ? (
        <Answer query={trial}>
          {(summary) => (
            <>
              <Obstacles summary={summary} onGo={onClose} />
              <Figures summary={summary} />
              <UnitLoads units={summary.units} />
              <p className="pr-next">
                {review.amends === null ? dispatchText.next : dispatchText.nextAmends}
              </p>
            </>
          )}
        </Answer>
      ) : (
        <Alert
          type="success"
          showIcon
          title={dispatchText.done}
          description={
            <>
              <p>{dispatchText.doneHint(done.dispatched)}</p>
              {review.dispatching === null ? null : (
                <>
                  <p>{planReviewText.dispatchingHint}</p>
                  <DispatchProgress {...review.dispatching} />
                </>
              )}
              <Link to="/tasks" search={{}} className="button-link" data-testid="to-tasks">
                {deskText.toTasks}
              </Link>
            </>
          }
        />
      )}
      <ProblemNote problem={dispatching.error} />
    </Drawer>
  );
}

function Obstacles({ summary, onGo }: { summary: DispatchSummary; onGo: () => void }) {
  const { obstacles, dispatched, waitingForLead } = summary;
  const matters = mattersOf(obstacles, useCodes()).size;
  if (obstacles.length === 0) {
    // A work report names no units: nothing of it goes to anybody yet, and that is to be known before.
    return dispatched === 0 && waitingForLead > 0 ? (
      <p className="pr-note">{dispatchText.onlyRecorded(waitingForLead)}</p>
    ) : (
      <p className="pr-ready">{dispatchText.obstaclesNone}</p>
    );
  }
  return (
    <section className="pr-obstacles">
      <h3>{dispatchText.obstacles(matters, obstacles.length)}</h3>
      <FindingList findings={obstacles} onGo={onGo} />
    </section>
  );
}

function Figures({ summary }: { summary: DispatchSummary }) {
  const figures: [string, number, boolean][] = [
    [dispatchText.willDispatch, summary.dispatched, false],
    [dispatchText.waiting, summary.waitingForLead, summary.waitingForLead > 0],
    [dispatchText.units, summary.units.length, false],
    [
      dispatchText.overCap,
      summary.units.filter(({ overCap }) => overCap).length,
      summary.units.some(({ overCap }) => overCap),
    ],
  ];
  return (
    <dl className="pr-figures" data-testid="dispatch-figures">
      {figures.map(([label, value, striking]) => (
        <div key={label} className={striking ? 'pr-striking' : undefined}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
