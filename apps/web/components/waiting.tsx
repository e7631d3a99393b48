import { Skeleton } from 'antd';
import { common } from '../texts/zh.js';

/** Where something is being read. The drawing has a heading without words: who listens is told in words instead. */
export function Waiting({ rows }: { rows: number }) {
  return (
    <div role="status" aria-label={common.loading}>
      <div aria-hidden="true">
        <Skeleton active paragraph={{ rows }} className="answer-skeleton" />
      </div>
    </div>
  );
}
