import { byFrequency, type PlanView } from '#contract';
import { useQuery } from '@tanstack/react-query';
import { planQuery } from '../api/queries.js';
import { HandedDownNote } from '../cascade/handed-down-note.js';
import { Answer } from '../components/answer.js';
import { EmptyNote } from '../components/empty-note.js';
import { PagePending } from '../components/page-states.js';
import { Panel } from '../components/panel.js';
import { usePlan } from '../session/use-plan.js';
import { useMayEnter } from '../session/use-session.js';
import { PageTitle } from '../components/page-title.js';
import { overviewText, marks } from '../texts/zh.js';
import { ActionTable } from './action-table.js';
import { Chart } from './chart.js';
import { Figures } from './figures.js';
import { Ledgers } from './ledgers.js';
import './overview.css';
import { progressChart } from './progress.chart.js';
import { ReportingFigures } from './reporting-figures.js';
import { scheduleChart } from './schedule.chart.js';

/** The plan in figures, by action, and its ledgers. */
export function OverviewPage() {
  const plan = usePlan();
  if (plan === undefined) return <PagePending />;
  if (plan === null) return <EmptyNote title={overviewText.noPlan} hint={overviewText.noPlanHint} />;
  return <PlanOverview id={plan.id} />;
}

function PlanOverview({ id }: { id: string }) {
  const plan = useQuery(planQuery(id));
  return <Answer query={plan}>{(found) => <Overview plan={found} />}</Answer>;
}

function Overview({ plan }: { plan: PlanView }) {
  const seesLines = useMayEnter('reportingLines');
  return (
    <>
      <div className="page-head">
        <PageTitle title={overviewText.title} />
        <span className="soft">
          {[...new Set(byFrequency(plan.cadences).map(({ label }) => label))].join(marks.list)}
        </span>
      </div>
      <HandedDownNote />
      <Figures figures={plan.figures} />
      <div className="overview-columns">
        <Panel title={overviewText.chartProgress} testId="chart-progress">
          <Chart option={progressChart(plan.actions)} label={overviewText.chartProgress} />
        </Panel>
        <Panel title={overviewText.chartSchedule} testId="chart-schedule">
          <Chart option={scheduleChart(plan.actions)} label={overviewText.chartSchedule} />
        </Panel>
      </div>
      <ActionTable actions={plan.actions} />
      <div className="overview-columns">
        {seesLines ? <ReportingFigures /> : null}
        <Ledgers ledgers={plan.ledgers} />
      </div>
    </>
  );
}
