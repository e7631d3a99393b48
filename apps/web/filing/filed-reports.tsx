import type { SittingView } from '#contract';
import { Link } from '@tanstack/react-router';
import { ReportWords } from '../components/report-words.js';
import { filingText, signOffText } from '../texts/zh.js';

/** What was filed in this sitting, or what will have to be. */
export function FiledReports({ sitting }: { sitting: SittingView }) {
  const filed = sitting.items.some(({ report }) => report !== null);
  return (
    <section className="panel" data-testid="filed-reports">
      <p className="panel-body soft">{filed ? filingText.readOnly : filingText.notOpen}</p>
      <ul className="report-list">
        {sitting.items.map((item) => (
          <li key={item.obligationId}>
            <header>
              <span className="number soft">{item.task.code}</span>
              <Link to="/tasks/$taskId" params={{ taskId: item.task.id }}>
                {item.task.title}
              </Link>
              <b className="number">{item.report === null ? null : `${item.report.progress}%`}</b>
              <span className="soft">{item.signOff?.stateLabel ?? item.stateLabel}</span>
              {item.report?.signedBy == null ? null : (
                <span className="soft small">
                  {signOffText.signedBy(item.report.filedBy?.name ?? '', item.report.signedBy.name ?? '')}
                </span>
              )}
            </header>
            {item.report === null ? null : <ReportWords report={item.report} indicators={item.indicators} />}
          </li>
        ))}
      </ul>
    </section>
  );
}
