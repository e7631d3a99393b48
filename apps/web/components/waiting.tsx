import { common } from '../texts/zh.js';
import './waiting.css';

/** Where something is being read: lines where the words will be. Who listens is told in words instead. */
export function Waiting({ rows }: { rows: number }) {
  return (
    <div role="status" aria-label={common.loading}>
      <div aria-hidden="true" className="answer-skeleton">
        <span className="waiting-head" />
        {Array.from({ length: rows }, (_, row) => (
          <span key={row} />
        ))}
      </div>
    </div>
  );
}
