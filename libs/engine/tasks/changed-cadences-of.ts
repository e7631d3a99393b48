import {
  changedCadences,
  effectiveCadences,
  isRhythm,
  refuse,
  type IncomingEvent,
  type Outcome,
  type Policy,
} from '#accountability';
import { cadencesOfTasks, type Transaction } from '#persistence';
import { cadenceSources } from './reported-rhythms.js';

const HOW = ['add', 'instead', 'drop'] as const;

/** What headquarters changes of a task's cadences, as facts of the event: what is said of it then, and what follows. */
export async function changedCadencesOf(
  tx: Transaction,
  taskId: string,
  input: Record<string, unknown>,
  by: { reason: string; personId: string | null; at: string },
  { cadences: rules }: Policy,
): Promise<Outcome<Pick<IncomingEvent, 'reportsEvery' | 'cadences' | 'replacements'>>> {
  const { every, how } = input;
  if (typeof every !== 'string' || !isRhythm(every))
    return refuse('InputInvalid', '请选择填报频次。', { field: 'every' });
  const known = HOW.find((one) => one === how);
  if (known === undefined) return refuse('InputInvalid', '请选择怎样调整填报频次。', { field: 'how' });
  const [kept] = await cadencesOfTasks(tx, [taskId]);
  if (!kept) return refuse('SubjectNotFound', '找不到该事项；它可能已被移除，或不在您的权限范围内。');
  const sources = cadenceSources(kept);
  const after = changedCadences(sources, { every, how: known, ...by }, rules);
  if (after === null)
    return refuse('InputInvalid', '这样调整后填报频次不变；请核对任务现有的频次。', { field: 'every' });
  const { reportsEvery } = effectiveCadences({ ...sources, ...after }, rules);
  return { ok: true, value: { reportsEvery, cadences: after.task, replacements: after.replacements } };
}
