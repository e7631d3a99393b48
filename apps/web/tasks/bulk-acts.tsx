import type { BatchAct, SessionView, TaskSummary } from '#contract';
import { BatchButton } from '../batch/batch-button.js';
import { useSession } from '../session/use-session.js';
import { actionTexts, tasksText } from '../texts/zh.js';

interface Bulk {
  act: BatchAct;
  /** The single act, whose words and consequences these are. */
  action: keyof typeof tasksText.bulk;
  tasks: TaskSummary[];
}

/** The steps that a person usually takes for many tasks at once; the server still decides on each of them. */
function bulksFor({ roles, unit }: SessionView, tasks: readonly TaskSummary[]): Bulk[] {
  const is = (...names: string[]): boolean => roles.some(({ role }) => names.includes(role));
  const bulks: Bulk[] = [];
  if (is('headquartersOffice')) {
    const confirmable = tasks.filter(({ state }) => state === 'drafted');
    const ready = tasks.filter(({ state, needsAssignment }) => state === 'confirmed' && !needsAssignment);
    bulks.push({ act: 'confirmTasks', action: 'confirm', tasks: confirmable });
    bulks.push({ act: 'dispatchTasks', action: 'dispatch', tasks: ready });
  }
  if (is('liaison', 'leadUnitHead')) {
    const own = tasks.filter(
      ({ state, leads }) => state === 'dispatched' && leads.some(({ id }) => id === unit.id),
    );
    bulks.push({ act: 'signTasks', action: 'sign', tasks: own });
  }
  return bulks.filter(({ tasks: some }) => some.length > 1);
}

/** Buttons for the tasks that are shown: filter first, then act on what is left. */
export function BulkActs({ tasks }: { tasks: readonly TaskSummary[] }) {
  const session = useSession();
  return bulksFor(session, tasks).map(({ act, action, tasks: some }) => (
    <BatchButton
      key={act}
      act={act}
      label={tasksText.bulk[action]}
      things={some.map(({ id, version, code, title }) => ({ id, version, name: `${code} ${title}` }))}
      consequence={actionTexts.consequences[action]}
      testId={`bulk-${action}`}
    />
  ));
}
