import type { DraftTask } from '#contract';
import { Button, Checkbox, Dropdown } from 'antd';
import { formatInstant } from '../../format/date.js';
import { cardText, planReviewText, marks } from '../../texts/zh.js';
import { useDesk } from '../desk.js';
import { toneOf } from '../document/passages.js';
import { FieldRow } from '../fields/field-row.js';
import { FIELDS } from '../fields/words.js';
import { draftKey } from '../use-drafts.js';
import { Doubts } from './doubts.js';
import { DropForm } from './drop-form.js';
import { FailureNote } from './failure-note.js';
import { SplitForm } from './split-form.js';
import type { TaskSteps } from './use-task-steps.js';

interface TaskCardProps {
  task: DraftTask;
  steps: TaskSteps;
  checked: boolean;
  onCheck: (taskId: string) => void;
}

/** Fields that most tasks do not have: shown when they hold something, or when somebody wants to fill them in. */
const SELDOM = new Set(['cadences', 'subItems', 'ongoing', 'indicators']);
const isEmpty = (task: DraftTask, field: (typeof FIELDS)[number]): boolean => {
  const value = field === 'place' ? task.section : task[field];
  return value === false || (Array.isArray(value) && value.length === 0);
};

function Origin({ task }: { task: DraftTask }) {
  const { changedBy, changedAt, origin } = task;
  const parts = [
    origin.length > 1 ? cardText.mergedFrom(origin) : origin.length === 0 ? cardText.byHand : null,
    changedBy === null || changedAt === null
      ? null
      : cardText.changed(changedBy.name ?? planReviewText.nobody, formatInstant(changedAt)),
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : <span className="soft small">{parts.join(' · ')}</span>;
}

/** Everything that was understood of a task, to be confirmed or corrected. */
export function TaskCard({ task, steps, checked, onCheck }: TaskCardProps) {
  const { mayChange, acts, setDraft, drafts, reveal } = useDesk();
  const failure = acts.failures[task.id];
  const shown = FIELDS.filter(
    (field) => !SELDOM.has(field) || !isEmpty(task, field) || drafts[draftKey(task.id, field)] !== undefined,
  );
  const hidden = FIELDS.filter((field) => !shown.includes(field));
  return (
    <article
      className={`pr-card pr-row-${toneOf(task)}`}
      aria-label={`${task.code} ${task.title ?? ''}`}
      tabIndex={-1}
      data-testid="task-card"
    >
      <header>
        {mayChange ? (
          <Checkbox
            checked={checked}
            aria-label={cardText.checkbox(task.code)}
            onChange={() => onCheck(task.id)}
          />
        ) : null}
        <b className="number">{task.code}</b>
        <span className={`pr-state pr-state-${task.state}`}>{task.stateLabel}</span>
        <Origin task={task} />
        <Button size="small" className="pr-to-text" onClick={() => reveal(task.span)}>
          {cardText.see}
        </Button>
      </header>
      {failure === undefined ? null : <FailureNote task={task} failure={failure} />}
      {task.dropReason === null ? null : <p>{cardText.droppedBecause(task.dropReason)}</p>}
      <Doubts task={task} />
      <dl className="pr-fields">
        {shown.map((field) => (
          <FieldRow key={field} task={task} field={field} />
        ))}
        {task.people.length === 0 ? null : (
          <div className="pr-field">
            <dt>{cardText.people}</dt>
            <dd>{task.people.map(({ name, role }) => `${name} ${role}`.trim()).join(marks.list)}</dd>
          </div>
        )}
      </dl>
      {task.titleIsLabel ? <p className="soft small">{cardText.ownLabel}</p> : null}
      {mayChange && hidden.length > 0 && task.state !== 'dropped' ? (
        <div className="bar small">
          {hidden.map((field) => (
            <Button
              key={field}
              size="small"
              type="text"
              onClick={() => setDraft(draftKey(task.id, field), steps.draftOf(field))}
            >
              + {cardText.fields[field]}
            </Button>
          ))}
        </div>
      ) : null}
      {mayChange ? <Foot task={task} steps={steps} /> : null}
    </article>
  );
}

function Foot({ task, steps }: Pick<TaskCardProps, 'task' | 'steps'>) {
  const { acts, wordsAt } = useDesk();
  const words = wordsAt(task.span);
  if (steps.open === 'drop') {
    return (
      <DropForm
        task={task}
        busy={acts.busy > 0}
        onDrop={(reason) => void steps.drop(reason)}
        onClose={steps.close}
      />
    );
  }
  if (steps.open === 'split' && words !== null && 'start' in task.span) {
    return <SplitForm task={task} words={words} start={task.span.start} onClose={steps.close} />;
  }
  const more = [
    { key: 'next', label: cardText.mergeNext, onClick: () => void steps.mergeWith(1) },
    { key: 'previous', label: cardText.mergePrevious, onClick: () => void steps.mergeWith(-1) },
    { key: 'up', label: cardText.moveUp, onClick: () => void steps.move(-1) },
    { key: 'down', label: cardText.moveDown, onClick: () => void steps.move(1) },
  ];
  return (
    <footer className="bar">
      {task.state === 'proposed' ? (
        <Button type="primary" onClick={steps.confirm} data-testid="confirm">
          {cardText.confirm}
        </Button>
      ) : null}
      {task.state === 'confirmed' ? <Button onClick={steps.unconfirm}>{cardText.unconfirm}</Button> : null}
      {task.state === 'dropped' ? (
        <Button type="primary" onClick={steps.restore}>
          {cardText.restore}
        </Button>
      ) : (
        <>
          {words === null ? null : <Button onClick={steps.startSplit}>{cardText.split}</Button>}
          <Button onClick={steps.startDrop}>{cardText.drop}</Button>
          <Dropdown trigger={['click']} menu={{ items: more }}>
            <Button data-testid="card-more">{cardText.more} ▾</Button>
          </Dropdown>
        </>
      )}
      {task.state === 'confirmed' ? <span className="soft small">{cardText.confirmedHint}</span> : null}
    </footer>
  );
}
