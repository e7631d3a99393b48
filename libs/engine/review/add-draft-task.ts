import { refuse, type Outcome } from '#accountability';
import { draftTaskPlaces, draftTasksOf, insertDraftTasks, orderDraftTasks } from '#persistence';
import { doubtsOf, labelOf, nextCode } from '#plan';
import type { EngineContext } from '../engine-context.js';
import { hasAction } from './correct-draft-task.js';
import { bodyOf, draftIdOf } from './draft-rows.js';
import { holdReview, type ReviewCommand, type ReviewDone } from './hold-review.js';
import { passageOf, readPlace } from './passages.js';

export interface AddDraftCommand extends ReviewCommand {
  span: { start: number; end: number } | { sheet: string; row: number };
  actionCode: string;
  /** The draft that it is to follow; null: it comes first. */
  after: string | null;
}

/** A passage that nobody took for a task becomes one. Refused: PassageInvalid, InputInvalid, SubjectNotFound. */
export function addDraftTask(context: EngineContext, command: AddDraftCommand): Promise<Outcome<ReviewDone>> {
  return holdReview(context, command, async (held) => {
    const { tx, review } = held;
    const place = readPlace(command.span);
    if (!place.ok) return place;
    if (!hasAction(held, command.actionCode))
      return refuse('InputInvalid', `没有编号为 ${command.actionCode} 的行动。`, { field: 'actionCode' });
    const places = await draftTaskPlaces(tx, review.id);
    const at = command.after === null ? 0 : places.findIndex(({ id }) => id === command.after) + 1;
    if (command.after !== null && at === 0)
      return refuse('SubjectNotFound', '要排在其后的任务已不存在；请刷新后重新选择。', { field: 'after' });
    const code = nextCode(command.actionCode, new Set(places.map((one) => one.code)));
    const [neighbour] = command.after === null ? [] : await draftTasksOf(tx, review.id, [command.after]);
    const near = neighbour === undefined ? null : bodyOf(neighbour).task;
    const same = near !== null && near.action === command.actionCode;
    const like = {
      id: code,
      action: command.actionCode,
      section: same ? near.section : '',
      number: code.replace(/^A\d+-0*/, ''),
      leadIsInferred: same && near.leadIsInferred,
    };
    const task = passageOf(await held.passage(place.value), place.value, like, review);
    if (!task.ok) return task;
    const id = draftIdOf(review.id, code);
    const body = {
      task: task.value,
      label: task.value.title === null ? labelOf(task.value.text) : null,
      chosen: {},
      doubts: doubtsOf(task.value),
    };
    const draft = { id, reviewId: review.id, position: at + 1, state: 'proposed' as const, code, body };
    await insertDraftTasks(tx, [{ ...draft, origin: [], corrected: [] }], held.by);
    const order = places.map((one) => one.id);
    await orderDraftTasks(tx, [...order.slice(0, at), id, ...order.slice(at)]);
    return held.step({ type: 'taskAdded', draftTaskIds: [id], after: { code, span: task.value.span } });
  });
}
