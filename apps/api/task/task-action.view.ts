import { ROUTES, TASK_ACTIONS, type AllowedAction, type TaskAction } from '#contract';

/** An action as the page offers it. */
export function taskActionView(taskId: string, action: TaskAction): AllowedAction {
  const { label, grave, fields } = TASK_ACTIONS[action];
  return {
    action,
    label,
    href: ROUTES.actOnTask.path.replace('{id}', taskId).replace('{action}', action),
    grave,
    needsReason: fields.some((field) => field.name === 'reason'),
    fields: [...fields],
  };
}
