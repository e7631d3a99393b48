import type { IndicatorView, ReportView } from '#contract';
import { Panel } from '../components/panel.js';
import { ReportWords } from '../components/report-words.js';
import { WhyButton } from '../components/why.js';
import { formatInstant } from '../format/date.js';
import { common, taskText } from '../texts/zh.js';

interface ReportsProps {
  reports: readonly ReportView[];
  indicators: readonly IndicatorView[];
}

/** What was filed, newest first. */
export function Reports({ reports, indicators }: ReportsProps) {
  return (
    <Panel
      title={taskText.reports}
      note={reports.length === 0 ? undefined : common.items(reports.length)}
      testId="reports"
      flush
    >
      {reports.length === 0 ? (
        <p className="panel-body soft">{taskText.noReports}</p>
      ) : (
        <ul className="report-list">
          {reports.map((report) => (
            <li key={report.id}>
              <header>
                <b>{report.periodLabel}</b>
                <b className="number">{report.progress}%</b>
                <span>{report.stateLabel}</span>
                <span className="soft small">
                  {report.unit.name} {report.filedBy?.name} {formatInstant(report.filedAt)}{' '}
                  {taskText.revision(report.revision)}
                </span>
                <WhyButton of={{ kind: 'obligation', id: report.obligationId }} as="link" />
              </header>
              <ReportWords report={report} indicators={indicators} />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
