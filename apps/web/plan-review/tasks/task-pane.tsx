import type { DraftTask } from '#contract';
import { App, Button, Popconfirm } from 'antd';
import { useCallback, useEffect, useRef } from 'react';
import { ApiProblem } from '../../api/api-problem.js';
import { EmptyNote } from '../../components/empty-note.js';
import { deskText, problemTexts } from '../../texts/zh.js';
import { useDesk } from '../desk.js';
import { isShown, SHOWN, type Shown } from '../show-tasks.js';
import { TaskCard } from './task-card.js';
import { TaskRow } from './task-row.js';
import type { TaskSteps } from './use-task-steps.js';

interface TaskPaneProps {
  shown: Shown;
  onShow: (shown: Shown) => void;
  /** The tasks of the list, and the chosen one wherever it is. */
  list: readonly DraftTask[];
  steps: TaskSteps;
  checked: ReadonlySet<string>;
  onCheck: (taskId: string) => void;
  onClearChecked: () => void;
}

/** The tasks: which are shown, what may be done with several, and the chosen one unfolded. */
export function TaskPane({ shown, onShow, list, steps, checked, onCheck, onClearChecked }: TaskPaneProps) {
  const { review, selected, select, drafts, mayChange } = useDesk();
  const pane = useRef<HTMLDivElement>(null);
  const onSelect = useCallback((taskId: string) => select(taskId), [select]);

  // The chosen card is brought into view and gets the focus, so that the keyboard goes on from there.
  const chosenId = selected?.id;
  useEffect(() => {
    const card = pane.current?.querySelector<HTMLElement>('[data-testid="task-card"]');
    if (chosenId === undefined || card == null) return;
    const { top, bottom } = card.getBoundingClientRect();
    const box = pane.current?.getBoundingClientRect();
    if (pane.current === null || box === undefined) return;
    if (top < box.top || bottom > box.bottom) pane.current.scrollTop += top - box.top - 48;
    const typing = document.activeElement?.closest('input, textarea, [role="combobox"], [role="dialog"]');
    if (typing == null) card.focus({ preventScroll: true });
  }, [chosenId, shown]);

  return (
    <section className="pr-tasks" aria-label={deskText.tasks}>
      <div className="pr-filter" role="group" aria-label={deskText.filter}>
        {SHOWN.map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={each === shown}
            onClick={() => onShow(each)}
            data-testid={`show-${each}`}
          >
            {deskText.shown[each]} <b>{review.tasks.filter((task) => isShown(task, each)).length}</b>
          </button>
        ))}
      </div>
      {mayChange ? <Several checked={checked} onClear={onClearChecked} /> : null}
      <div className="pr-list" ref={pane} data-testid="task-list">
        {list.length === 0 ? (
          <NothingShown shown={shown} onShow={onShow} none={review.tasks.length === 0} />
        ) : (
          <ol>
            {list.map((task) => (
              <li key={task.id} className={task.id === chosenId ? 'pr-open' : undefined}>
                {task.id === chosenId ? (
                  <TaskCard task={task} steps={steps} checked={checked.has(task.id)} onCheck={onCheck} />
                ) : (
                  <TaskRow
                    task={task}
                    checked={checked.has(task.id)}
                    unsaved={Object.keys(drafts).some((key) => key.startsWith(`${task.id}/`))}
                    mayCheck={mayChange}
                    onSelect={onSelect}
                    onCheck={onCheck}
                  />
                )}
              </li>
            ))}
          </ol>
        )}
      </div>
    </section>
  );
}

interface NothingShownProps {
  shown: Shown;
  onShow: (shown: Shown) => void;
  /** The review has no task at all. */
  none: boolean;
}

function NothingShown({ shown, onShow, none }: NothingShownProps) {
  const [title, hint] = none
    ? [deskText.noTasks, deskText.noTasksHint]
    : shown === 'doubtful'
      ? [deskText.nothingDoubtful, deskText.nothingDoubtfulHint]
      : shown === 'proposed'
        ? [deskText.nothingProposed, deskText.nothingProposedHint]
        : [deskText.nothingShown, deskText.nothingShownHint];
  return (
    <EmptyNote
      title={title}
      hint={hint}
      action={none ? undefined : <Button onClick={() => onShow('all')}>{deskText.showAll}</Button>}
    />
  );
}

/** What is done with several tasks at once: those that were checked, else all that raise no doubt. */
function Several({ checked, onClear }: { checked: ReadonlySet<string>; onClear: () => void }) {
  const { review, acts, select } = useDesk();
  const { message } = App.useApp();
  const seen = (tasks: readonly DraftTask[]) => tasks.map(({ id, version }) => ({ id, version }));
  const run = (act: Parameters<typeof acts.actOnReview>[0], done: string, then?: string): void => {
    acts
      .actOnReview(act)
      .then(() => {
        onClear();
        void message.success(done);
        if (then !== undefined) select(then);
      })
      .catch((problem: unknown) => {
        void message.error(problem instanceof ApiProblem ? problem.detail : problemTexts.server);
        void acts.refresh();
      });
  };
  const some = review.tasks.filter(({ id }) => checked.has(id));
  const proposed = some.filter(({ state }) => state === 'proposed');
  if (some.length > 0) {
    return (
      <div className="pr-several bar" data-testid="several">
        <b>{deskText.checked(some.length)}</b>
        <Button
          size="small"
          disabled={some.length < 2 || some.length > 20}
          loading={acts.busy > 0}
          onClick={() => run({ type: 'merge', tasks: seen(some) }, deskText.merge, some[0]?.id)}
        >
          {deskText.merge}
        </Button>
        <Button
          size="small"
          disabled={proposed.length === 0}
          loading={acts.busy > 0}
          onClick={() =>
            run({ type: 'confirm', tasks: seen(proposed) }, deskText.confirmedMany(proposed.length))
          }
        >
          {deskText.confirmChecked}
        </Button>
        <Button size="small" type="text" onClick={onClear}>
          {deskText.clearChecked}
        </Button>
      </div>
    );
  }
  const plain = review.tasks.filter(({ state, doubts }) => state === 'proposed' && doubts.length === 0);
  if (plain.length === 0) return null;
  return (
    <div className="pr-several bar">
      <Popconfirm
        title={deskText.confirmPlainAsk(plain.length)}
        description={deskText.confirmPlainHint}
        onConfirm={() => run({ type: 'confirm', tasks: seen(plain) }, deskText.confirmedMany(plain.length))}
      >
        <Button size="small" loading={acts.busy > 0} data-testid="confirm-plain">
          {deskText.confirmPlain(plain.length)}
        </Button>
      </Popconfirm>
    </div>
  );
}
