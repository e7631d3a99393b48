import type { TaskView } from '#contract';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { taskQuery } from '../api/queries.js';
import { ActionButtons } from '../components/action-buttons.js';
import { Answer } from '../components/answer.js';
import { BackIcon } from '../components/icons.js';
import { ProgressBar } from '../components/progress-bar.js';
import { RungTag } from '../components/rung-tag.js';
import { StateTag } from '../components/state-tag.js';
import { WhyButton } from '../components/why.js';
import { etagOf } from '../api/client.js';
import { PageTitle } from '../components/page-title.js';
import { AsksPanel } from '../duties/asks-panel.js';
import { CascadePanel } from '../cascade/cascade-panel.js';
import { EvidencePanel } from '../evidence/evidence-panel.js';
import { MergeDialog } from '../new-task/merge-dialog.js';
import { SplitDialog } from '../new-task/split-dialog.js';
import { newTaskText, taskText, tasksText } from '../texts/zh.js';
import { ArmedDeadlines } from './armed-deadlines.js';
import { Deadlines } from './deadlines.js';
import { Indicators } from './indicators.js';
import { Matters } from './matters.js';
import { NoticeList } from './notice-list.js';
import { PlaceInPlan } from './place-in-plan.js';
import { Reports } from './reports.js';
import { Responsibilities } from './responsibilities.js';
import { StateSteps } from './state-steps.js';
import './task.css';
import { Timeline } from './timeline.js';

/** Everything about one task: what it is, whose it is, where it stands and why, and what may be done. */
export function TaskPage() {
  const { taskId } = useParams({ from: '/inside/tasks/$taskId' });
  const task = useQuery(taskQuery(taskId));
  return <Answer query={task}>{(found) => <Task task={found} />}</Answer>;
}

function Task({ task }: { task: TaskView }) {
  const running = ['inProgress', 'closing'].includes(task.state);
  const [superseding, supersede] = useState<'split' | 'merge' | null>(null);
  const more = task.mayBeSplit
    ? (['split', 'merge'] as const).map((key) => ({
        key,
        label: newTaskText[key],
        open: () => supersede(key),
      }))
    : [];
  return (
    <>
      <div className="task-top">
        <Link to="/tasks" search={{}} className="task-back" data-testid="back-to-tasks">
          <BackIcon />
          {tasksText.title}
        </Link>
        <span className="soft">{task.action.name}</span>
      </div>
      <div className="page-head task-title">
        <PageTitle code={task.code} title={task.title} />
        <div className="page-actions">
          <WhyButton of={{ kind: 'task', id: task.id }} />
          <ActionButtons
            actions={task.allowedActions}
            etag={etagOf(task.version)}
            subject={`${task.code} ${task.title}`}
            more={more}
          />
        </div>
      </div>
      <div className="task-standing">
        <StateTag state={task.state} label={task.stateLabel} />
        <RungTag rung={task.standing} />
        <ProgressBar
          progress={task.progress}
          expected={task.expected}
          schedule={running ? task.schedule : null}
          lastReport={task.lastReport}
          recorded={task.recorded}
          whole
        />
        {task.ongoing ? <span className="soft">{taskText.ongoing}</span> : null}
        {task.titleIsLabel ? <span className="soft small">{taskText.titleIsLabel}</span> : null}
      </div>
      {task.needsAssignment ? <p className="task-needs">{taskText.needsAssignment}</p> : null}
      {superseding === 'split' ? <SplitDialog task={task} onClose={() => supersede(null)} /> : null}
      {superseding === 'merge' ? <MergeDialog task={task} onClose={() => supersede(null)} /> : null}
      <div className="task-columns">
        <div>
          <Matters matters={task.matters} />
          <StateSteps state={task.state} label={task.stateLabel} />
          <ArmedDeadlines deadlines={task.armedDeadlines} />
          <Reports reports={task.reports} indicators={task.indicators} />
          <CascadePanel task={task} />
          <EvidencePanel taskId={task.id} />
          <AsksPanel taskId={task.id} />
          <Timeline taskId={task.id} />
        </div>
        <div>
          <Deadlines deadline={task.deadline} startOn={task.startOn} />
          <Responsibilities task={task} />
          <Indicators indicators={task.indicators} reports={task.reports} />
          <PlaceInPlan task={task} />
          <NoticeList notices={task.notices} />
        </div>
      </div>
    </>
  );
}
