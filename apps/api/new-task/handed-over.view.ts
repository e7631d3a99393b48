import { deadlineLabel, type TaskSuccessionDone, type TaskToHandOverView } from '#contract';
import type { SucceededInTasks, TaskToHandOver } from '#engine';
import { periodLabel } from '../view/labels.js';

export const toHandOverView = ({ actionCode, actionName, ...task }: TaskToHandOver): TaskToHandOverView => ({
  ...task,
  action: { code: actionCode, name: actionName },
});

/** A task that would go, with what is then asked of the successor. */
export const handedOverView = ({
  asked,
  ...task
}: SucceededInTasks['items'][number]): TaskSuccessionDone['items'][number] => ({
  ...toHandOverView(task),
  asked: asked.map(({ name, period, at }) => ({
    label: period === null ? deadlineLabel(name) : `${periodLabel(period)}填报`,
    at,
  })),
});
