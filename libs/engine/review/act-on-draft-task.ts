import { refuse, type Outcome } from '#accountability';
import {
  draftTaskPlaces,
  insertDraftTasks,
  orderDraftTasks,
  updateDraftTasks,
  type DraftTaskRow,
} from '#persistence';
import { nextPart, readAgain } from '#plan';
import type { EngineContext } from '../engine-context.js';
import { bodyOf, changed, draftIdOf, draftOf } from './draft-rows.js';
import { holdReview, seenDrafts, type Held, type ReviewCommand, type ReviewDone } from './hold-review.js';
import { passageOf, type Stretch } from './passages.js';

export type DraftAct =
  | { type: 'confirm' }
  | { type: 'doubt' }
  | { type: 'drop'; reason: string }
  | { type: 'restore' }
  | { type: 'split'; at: readonly number[] }
  | { type: 'move'; after: string | null };

export interface ActOnDraftCommand extends ReviewCommand {
  draftTaskId: string;
  expectedVersion: number;
  act: DraftAct;
}

/** A person's word on one draft. Refused: VersionConflict; EventNotAllowed where the draft's state knows no such act. */
export function actOnDraftTask(
  context: EngineContext,
  command: ActOnDraftCommand,
): Promise<Outcome<ReviewDone>> {
  return holdReview(context, command, async (held) => {
    const seen = await seenDrafts(held, [{ id: command.draftTaskId, version: command.expectedVersion }]);
    if (!seen.ok) return seen;
    const [row] = seen.value;
    if (row === undefined) return refuse('SubjectNotFound', '找不到该项任务；请刷新后重试。');
    const { act } = command;
    switch (act.type) {
      case 'confirm':
        return settle(held, row, 'confirmed', 'taskConfirmed');
      case 'doubt':
        return settle(held, row, 'proposed', 'taskDoubted');
      case 'drop':
        return settle(held, row, 'dropped', 'taskDropped', act.reason);
      case 'restore':
        return settle(held, row, 'proposed', 'taskRestored');
      case 'split':
        return split(held, row, act.at);
      case 'move':
        return move(held, row, act.after);
    }
  });
}

/** From which states each act leads on; what is so already is no step, and no error. */
const FROM: Readonly<Record<string, readonly DraftTaskRow['state'][]>> = {
  taskConfirmed: ['proposed'],
  taskDoubted: ['confirmed'],
  taskDropped: ['proposed', 'confirmed'],
  taskRestored: ['dropped'],
};
const STATE_WORDS = { proposed: '待确认', confirmed: '已确认', dropped: '不列为任务' } as const;

async function settle(
  held: Held,
  row: DraftTaskRow,
  state: DraftTaskRow['state'],
  type: 'taskConfirmed' | 'taskDoubted' | 'taskDropped' | 'taskRestored',
  reason?: string,
): Promise<Outcome<ReviewDone>> {
  const { id, code } = row;
  if (FROM[type]?.includes(row.state) !== true)
    return refuse('EventNotAllowed', `任务 ${code} 现在是“${STATE_WORDS[row.state]}”，不能这样办理。`);
  await updateDraftTasks(held.tx, [changed(row, { state, dropReason: reason ?? null })], held.by);
  return held.step({
    type,
    draftTaskIds: [id],
    before: { code, state: row.state, dropReason: row.dropReason },
    after: { code, state, dropReason: reason ?? null },
    words: reason ?? '',
  });
}

/** Cuts a draft's words at places of the document; every part is read anew, the first keeps the draft's identity. */
async function split(held: Held, row: DraftTaskRow, at: readonly number[]): Promise<Outcome<ReviewDone>> {
  const { tx, review } = held;
  const draft = draftOf(row);
  const { span } = draft.body.task;
  if (row.state === 'dropped') return refuse('EventNotAllowed', '该项已列为“不列为任务”；请先恢复，再拆分。');
  if (!('start' in span))
    return refuse('PassageInvalid', '表格中的一行是一项任务，不能按原文位置拆分；可另从原文新增任务。');
  const cuts = [...new Set(at)].sort((a, b) => a - b);
  const outside = cuts.find((cut) => cut <= span.start || cut >= span.end);
  if (outside !== undefined)
    return refuse('PassageInvalid', '拆分位置应在这项任务的原文之内，不能在首尾。', { field: 'at' });
  const borders = [span.start, ...cuts, span.end];
  const passage = await held.passage(span);
  const points = Array.from(passage);
  const places = await draftTaskPlaces(tx, review.id);
  const taken = new Set(places.map(({ code }) => code));
  const bodies: { code: string; body: ReturnType<typeof readAgain> }[] = [];
  for (const [i, start] of borders.slice(0, -1).entries()) {
    const stretch: Stretch = { start, end: borders[i + 1] ?? span.end };
    const code = i === 0 ? row.code : nextPart(row.code, taken);
    taken.add(code);
    const words = points.slice(stretch.start - span.start, stretch.end - span.start).join('');
    const read = passageOf(words, stretch, { ...draft.body.task, id: code }, review);
    if (!read.ok)
      return refuse('PassageInvalid', '拆出的部分中有一段没有文字；请把拆分位置放在句子之间。', {
        field: 'at',
      });
    bodies.push({ code, body: readAgain(read.value, draft, 'part') });
  }
  const [first, ...others] = bodies;
  if (first === undefined) return refuse('PassageInvalid', '没有可拆分的文字。', { field: 'at' });
  const parts = others.map(({ code, body }) => ({
    id: draftIdOf(review.id, code),
    reviewId: review.id,
    position: row.position,
    state: 'proposed' as const,
    code,
    body,
    origin: row.origin,
    corrected: row.corrected,
  }));
  await updateDraftTasks(tx, [changed(row, { body: first.body, state: 'proposed' })], held.by);
  await insertDraftTasks(tx, parts, held.by);
  await orderDraftTasks(
    tx,
    places.flatMap(({ id }) => (id === row.id ? [id, ...parts.map((part) => part.id)] : [id])),
  );
  return held.step({
    type: 'taskSplit',
    draftTaskIds: [row.id, ...parts.map(({ id }) => id)],
    before: { code: row.code, state: row.state, body: bodyOf(row) },
    after: bodies.map(({ code, body }) => ({ code, span: body.task.span })),
  });
}

async function move(held: Held, row: DraftTaskRow, after: string | null): Promise<Outcome<ReviewDone>> {
  const { tx, review } = held;
  const order = (await draftTaskPlaces(tx, review.id)).map(({ id }) => id);
  const others = order.filter((id) => id !== row.id);
  const at = after === null ? 0 : others.indexOf(after) + 1;
  if (after !== null && at === 0)
    return refuse('SubjectNotFound', '要移到其后的任务已不存在；请刷新后重新移动。', { field: 'after' });
  const moved = [...others.slice(0, at), row.id, ...others.slice(at)];
  if (moved.join() === order.join())
    return { ok: true, value: { reviewId: review.id, version: review.version, draftTaskIds: [row.id] } };
  await orderDraftTasks(tx, moved);
  const placeIn = (ids: readonly string[]): number => ids.indexOf(row.id) + 1;
  return held.step({
    type: 'taskMoved',
    draftTaskIds: [row.id],
    before: { code: row.code, position: placeIn(order) },
    after: { code: row.code, position: placeIn(moved) },
  });
}
