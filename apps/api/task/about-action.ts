import {
  actionFacts,
  ladderOf,
  upgraded,
  type Actor,
  type Policy,
  type Snapshot,
  type SubjectScope,
  type TaskActionName,
  type TaskContext,
} from '#accountability';
import { chineseDateTime, type CivilDate } from '#calendar';
import { matterName } from '#engine';
import { cardLabel } from './task-matters.view.js';

/** On which ladder an action works, or on which card. */
const ON_LADDER = new Set<TaskActionName>(['hold', 'lift', 'skip']);
const ON_CARD = new Set<TaskActionName>(['answerCard', 'appeal', 'upholdAppeal', 'rejectAppeal']);

/**
 * What exactly an action is about, where a task may have several of the kind: the same facts that the engine will
 * take, in words. Undefined: there is only one thing that it can be about.
 */
export function aboutAction(
  action: TaskActionName,
  stored: Snapshot,
  scope: SubjectScope,
  actor: Actor,
  policy: Policy,
  on: CivilDate,
): string | undefined {
  if (!ON_LADDER.has(action) && !ON_CARD.has(action)) return undefined;
  const snapshot = upgraded('task', stored);
  const { climbs, cards } = snapshot.context as unknown as TaskContext;
  const { generation, rung } = actionFacts(action, snapshot, scope, actor, policy, on);
  if (ON_CARD.has(action)) {
    const card = cards.find((one) => one.generation === generation && one.rung === rung);
    return card && `“${cardLabel(card, policy)}”（${matterName(card.trigger)}，${chineseDateTime(card.at)}）`;
  }
  const climb = climbs.find((one) => one.generation === generation);
  if (climb === undefined) return undefined;
  const next = ladderOf(policy, climb)?.rungs[climb.reached]?.label;
  const ahead = action === 'skip' && next !== undefined ? `，跳过“${next}”` : '';
  return `${matterName(climb.trigger)}的督办${ahead}`;
}
