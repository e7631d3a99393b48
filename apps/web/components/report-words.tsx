import type { IndicatorView, ReportView } from '#contract';
import { filingText, taskText, marks } from '../texts/zh.js';

interface ReportWordsProps {
  report: Pick<ReportView, 'noChange' | 'done' | 'problems' | 'helpWanted' | 'nextSteps' | 'readings'>;
  indicators?: readonly IndicatorView[];
}

/** The words and readings of one report; what was left empty is not shown. */
export function ReportWords({ report, indicators = [] }: ReportWordsProps) {
  const readings = report.readings.flatMap(({ position, value }) => {
    const indicator = indicators.find((each) => each.position === position);
    return indicator === undefined ? [] : [`${indicator.name} ${value}${indicator.unit}`];
  });
  const lines: [string, string][] = [
    [taskText.done, report.done],
    [taskText.problems, report.problems],
    [filingText.helpWanted, report.helpWanted],
    [taskText.nextSteps, report.nextSteps],
    [taskText.indicators, readings.join(marks.semicolon)],
  ];
  return (
    <>
      {report.noChange ? <p className="soft">{taskText.noChange}</p> : null}
      <dl className="facts report-words">
        {lines
          .filter(([, words]) => words !== '')
          .map(([label, words]) => (
            <div key={label} className="facts-row">
              <dt>{label}</dt>
              <dd>{words}</dd>
            </div>
          ))}
      </dl>
    </>
  );
}
