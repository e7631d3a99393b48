import type { PlanSource, TaskView } from '#contract';
import { useQuery } from '@tanstack/react-query';
import { Drawer } from 'antd';
import { useEffect, useMemo, useRef } from 'react';
import { Answer } from '../components/answer.js';
import { codePointsOf } from '../plan-review/document/code-points.js';
import { linesOf, type Line } from '../plan-review/document/lines.js';
import { taskText } from '../texts/zh.js';
import { planSourceQuery } from './source-query.js';

/** Lines are laid out in groups when they come into view, so that a long document opens at once. */
const GROUP = 40;

/** The published plan, opened where the task stands in it. */
export function SourceDrawer({ task, onClose }: { task: TaskView; onClose: () => void }) {
  const source = useQuery(planSourceQuery(task.plan.id));
  return (
    <Drawer open onClose={onClose} size="min(51.25rem, 100vw)" title={taskText.source} data-testid="source">
      <Answer query={source}>{(found) => <MarkedText source={found} task={task} />}</Answer>
    </Drawer>
  );
}

function MarkedText({ source, task }: { source: PlanSource; task: TaskView }) {
  const text = source.text ?? '';
  const { start, end } = task.place;
  const root = useRef<HTMLDivElement>(null);
  const lines = useMemo(() => {
    const points = codePointsOf(text);
    const passages =
      start === null || end === null
        ? []
        : [{ taskId: task.id, start: points.toUtf16(start), end: points.toUtf16(end) }];
    return linesOf(text, passages);
  }, [text, start, end, task.id]);
  useEffect(() => {
    const show = (): void => root.current?.querySelector('mark')?.scrollIntoView({ block: 'center' });
    show();
    // Groups that have just come into view know their heights only now.
    const again = requestAnimationFrame(show);
    return () => cancelAnimationFrame(again);
  }, [lines]);
  const groups: Line[][] = [];
  for (let at = 0; at < lines.length; at += GROUP) groups.push(lines.slice(at, at + GROUP));
  return (
    <div ref={root} className="source-text">
      {groups.map((group, index) => (
        <div key={index} className="source-group">
          {group.map((line) => (
            <p key={line.start}>
              {line.pieces.map((piece) => {
                const words = text.slice(piece.start, piece.end);
                return piece.taskId === null ? words : <mark key={piece.start}>{words}</mark>;
              })}
            </p>
          ))}
        </div>
      ))}
    </div>
  );
}
