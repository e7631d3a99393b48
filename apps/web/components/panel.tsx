import type { ReactNode } from 'react';

interface PanelProps {
  title: ReactNode;
  note?: ReactNode;
  actions?: ReactNode;
  testId?: string;
  flush?: boolean;
  children: ReactNode;
}

/** A part of a page with a heading of its own. `flush`: the content brings its own margins (tables, lists). */
export function Panel({ title, note, actions, testId, flush, children }: PanelProps) {
  return (
    <section className="panel" data-testid={testId}>
      <header className="panel-head">
        <h2>{title}</h2>
        {note === undefined ? null : <span className="soft small">{note}</span>}
        {actions === undefined ? null : <div className="panel-actions">{actions}</div>}
      </header>
      {flush === true ? children : <div className="panel-body">{children}</div>}
    </section>
  );
}
