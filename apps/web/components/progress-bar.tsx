import { progressText } from '../texts/zh.js';

interface ProgressBarProps {
  /** Reported progress, 0 to 100; null when nothing has been reported. */
  progress: number | null;
  /** What the schedule expects today, 0 to 100; null when the schedule does not run. */
  expected: number | null;
  schedule: 'onTrack' | 'behind' | 'seriouslyBehind' | null;
}

/** Reported progress as a bar, with a mark where the schedule expects it to stand, and both in figures. */
export function ProgressBar({ progress, expected, schedule }: ProgressBarProps) {
  const text = progressText.of(progress, expected, schedule);
  return (
    <div className={`progress progress-${schedule ?? 'none'}`} title={text.full}>
      <div className="progress-track" role="img" aria-label={text.full}>
        <div className="progress-fill" style={{ width: `${progress ?? 0}%` }} />
        {expected === null ? null : <div className="progress-mark" style={{ left: `${expected}%` }} />}
      </div>
      <div className="progress-text" aria-hidden="true">
        <b>{text.progress}</b>
        <span>{text.expected}</span>
        {text.lag === null ? null : <em>{text.lag}</em>}
      </div>
    </div>
  );
}
