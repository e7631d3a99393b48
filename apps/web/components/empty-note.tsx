import type { ReactNode } from 'react';

/** Nothing to show, why, and what to do. */
export function EmptyNote({ title, hint, action }: { title: string; hint?: ReactNode; action?: ReactNode }) {
  return (
    <div className="notice-empty" data-testid="empty">
      <h3>{title}</h3>
      {hint === undefined ? null : <p>{hint}</p>}
      {action === undefined ? null : <p>{action}</p>}
    </div>
  );
}
