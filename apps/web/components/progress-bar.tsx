import type { LastReport, Schedule, TaskSummary } from '#contract';
import { wordInLanguage } from '../texts/in-language.js';
import { progressText } from '../texts/zh.js';

interface ProgressBarProps {
  /** Reported progress, 0 to 100; null when nothing has been reported. */
  progress: number | null;
  /** What the schedule expects, 0 to 100: of a task today, of a report when it came; null when the schedule does not run. */
  expected: number | null;
  schedule: Schedule | null;
  /** Of a task: what its progress rests on, and what the record says; left out where it is about one report or about many tasks. */
  lastReport?: LastReport | null;
  recorded?: TaskSummary['recorded'];
  /** In a list it is told by the title alone what the record says. */
  whole?: boolean;
}

/** Reported progress as a bar, with a mark where the schedule expects it to stand, both in figures, and how old the report is. */
export function ProgressBar({
  progress,
  expected,
  schedule,
  lastReport,
  recorded,
  whole = false,
}: ProgressBarProps) {
  const text = progressText.of(progress, expected, schedule);
  const apart =
    recorded === undefined || recorded.schedule === schedule ? null : wordInLanguage(recorded.scheduleLabel);
  const ageSaying = (record: string | null): string | null =>
    schedule === null || lastReport === undefined
      ? null
      : lastReport === null
        ? progressText.unreported
        : progressText.age(wordInLanguage(lastReport.periodLabel), lastReport.daysAgo, record);
  const age = ageSaying(whole ? apart : null);
  const full = [text.full, ageSaying(apart)].filter(Boolean).join(progressText.comma);
  return (
    <div className={`progress progress-${schedule ?? 'none'}`} title={full}>
      <div className="progress-track" role="img" aria-label={full}>
        <div className="progress-fill" style={{ width: `${progress ?? 0}%` }} />
        {expected === null ? null : <div className="progress-mark" style={{ left: `${expected}%` }} />}
      </div>
      <div className="progress-text" aria-hidden="true">
        <b>{text.progress}</b>
        <span>{text.expected}</span>
        {text.lag === null ? null : <em>{text.lag}</em>}
      </div>
      {age === null ? null : (
        <div className="progress-text progress-age" aria-hidden="true">
          {age}
        </div>
      )}
    </div>
  );
}
