import { ROUTES, TASK_ACTIONS, type AllowedAction, type TaskAction } from '#contract';

/** An action as the page offers it. `about`: which of several things it is about. */
export function taskActionView(taskId: string, action: TaskAction, about?: string): AllowedAction {
  const definition = TASK_ACTIONS[action];
  const { label, grave, fields } = definition;
  return {
    action,
    label,
    href: ROUTES.actOnTask.path.replace('{id}', taskId).replace('{action}', action),
    grave,
    needsReason: fields.some((field) => field.name === 'reason'),
    fields: [...fields],
    seldom: 'seldom' in definition,
    ...(about === undefined ? {} : { about }),
  };
}
