import type { ReportView } from '#contract';
import { filingText } from '../texts/zh.js';

/** What the unit wrote last period, to look back at; closed until it is wanted. */
export function LastWords({ report }: { report: ReportView | null }) {
  const lines =
    report === null ? [] : [report.done, report.problems, report.nextSteps].filter((line) => line !== '');
  if (lines.length === 0) return null;
  return (
    <details className="filing-last">
      <summary>{filingText.lastWords}</summary>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </details>
  );
}
