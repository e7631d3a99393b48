import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Skeleton } from 'antd';
import { timelineQuery } from '../api/queries.js';
import { Panel } from '../components/panel.js';
import { ProblemNote } from '../components/problem-note.js';
import { formatFullInstant, formatInstant } from '../format/date.js';
import { taskText } from '../texts/zh.js';

/** The trail, newest first: when, what, by whom. */
export function Timeline({ taskId }: { taskId: string }) {
  const timeline = useInfiniteQuery(timelineQuery(taskId, useQueryClient()));
  const events = timeline.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Panel title={taskText.timeline} testId="timeline">
      <ProblemNote problem={timeline.error} onRetry={() => void timeline.refetch()} />
      {timeline.isPending ? <Skeleton active title={false} /> : null}
      {timeline.data !== undefined && events.length === 0 ? (
        <span className="soft">{taskText.noTimeline}</span>
      ) : null}
      <ol className="trail">
        {events.map((event) => (
          <li key={event.hash + event.subjectId + String(event.seq)} className={`trail-${event.subjectKind}`}>
            <time dateTime={event.at} title={formatFullInstant(event.at)}>
              {formatInstant(event.at)}
            </time>
            <div>
              <p>{event.summary}</p>
              <span className="soft small">
                {event.actor?.name ?? taskText.engine}
                {event.unit === null ? '' : ` · ${event.unit.name}`}
              </span>
            </div>
          </li>
        ))}
      </ol>
      {timeline.hasNextPage ? (
        <Button
          size="small"
          loading={timeline.isFetchingNextPage}
          onClick={() => void timeline.fetchNextPage()}
        >
          {taskText.timelineMore}
        </Button>
      ) : null}
    </Panel>
  );
}
