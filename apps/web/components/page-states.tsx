import { ApiProblem } from '../api/api-problem.js';
import { common } from '../texts/zh.js';
import { EmptyNote } from './empty-note.js';
import { ProblemNote } from './problem-note.js';
import { Waiting } from './waiting.js';

export function PagePending() {
  return <Waiting rows={8} />;
}

const reload = (): void => window.location.reload();

/** A page that could not be opened: a known problem in its own words, anything else with the way out. */
export function PageFailed({ error }: { error: unknown }) {
  if (error instanceof ApiProblem) return <ProblemNote problem={error} onRetry={reload} />;
  return (
    <EmptyNote
      title={common.pageFailed}
      hint={common.pageFailedHint}
      action={
        <button type="button" className="plain-button" onClick={reload}>
          {common.refresh}
        </button>
      }
    />
  );
}

export function PageNotFound() {
  return (
    <EmptyNote title={common.notFound} hint={common.notFoundHint} action={<a href="/">{common.toTasks}</a>} />
  );
}
