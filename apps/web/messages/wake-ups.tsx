import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Space, Tag } from 'antd';
import { Answer } from '../components/answer.js';
import { ProblemNote } from '../components/problem-note.js';
import { call } from '../api/client.js';
import { formatInstant } from '../format/date.js';
import { common, wakeUpsText } from '../texts/zh.js';
import { QUEUE, queueQuery } from './queries.js';

/** The queue that rings when something falls due: how it does, and the board to look into it. For administrators. */
export function WakeUps() {
  return (
    <section className="panel">
      <Answer query={useQuery(queueQuery)}>
        {(queue) => {
          const facts: [string, string][] = [
            [wakeUpsText.backend, wakeUpsText.backends[queue.backend]],
            [
              wakeUpsText.nextSweep,
              queue.nextSweepAt === null ? common.none : formatInstant(queue.nextSweepAt),
            ],
            [wakeUpsText.jobs, wakeUpsText.counts(queue)],
            ...queue.failures.map(({ failedAt, reason }): [string, string] => [
              failedAt === null ? wakeUpsText.failed : formatInstant(failedAt),
              reason,
            ]),
          ];
          return (
            <ul className="cards">
              <li className="channel" data-testid="queue">
                <header>
                  <b>{wakeUpsText.title}</b>
                  {queue.paused ? (
                    <Tag color="orange">{wakeUpsText.paused}</Tag>
                  ) : (
                    <Tag color="green">{wakeUpsText.on}</Tag>
                  )}
                  <Acts paused={queue.paused} failed={queue.failures.length > 0} />
                </header>
                <p className="soft">{wakeUpsText.hint}</p>
                <dl className="facts">
                  {facts.map(([name, value], index) => (
                    <div key={index} className="facts-row">
                      <dt>{name}</dt>
                      <dd>{value}</dd>
                    </div>
                  ))}
                </dl>
              </li>
            </ul>
          );
        }}
      </Answer>
    </section>
  );
}

function Acts({ paused, failed }: { paused: boolean; failed: boolean }) {
  const queries = useQueryClient();
  const { message } = App.useApp();
  const act = useMutation({
    mutationFn: (route: 'pauseQueue' | 'resumeQueue' | 'requeueFailed') => call(route, {}),
    onSuccess: async () => {
      void message.success(wakeUpsText.done);
      await queries.invalidateQueries({ queryKey: QUEUE });
    },
  });
  return (
    <Space wrap className="channel-acts" size={4}>
      <Button
        size="small"
        loading={act.isPending}
        onClick={() => act.mutate(paused ? 'resumeQueue' : 'pauseQueue')}
      >
        {paused ? wakeUpsText.resume : wakeUpsText.pause}
      </Button>
      {failed ? (
        <Button size="small" onClick={() => act.mutate('requeueFailed')}>
          {wakeUpsText.requeue}
        </Button>
      ) : null}
      <Button size="small" href="/queue-board" target="_blank" rel="noopener">
        {wakeUpsText.board}
      </Button>
      <ProblemNote problem={act.error} />
    </Space>
  );
}
