import type { Evidence, ExtractedIndicator } from '../extraction.schema.js';
import type { ActionPlace } from '../outline/find-actions.js';
import { type MappedText, type Span, sourceSpan } from '../text/mapped-text.js';
import { evidenceOf } from './evidence.js';
import { indicatorRule } from './task-evidence.js';

/** Where number, name and goals of an action were read. */
export function actionEvidence(
  mapped: MappedText,
  action: ActionPlace,
  goals: readonly ExtractedIndicator[],
): Evidence[] {
  const { named, numbered, chapter } = action;
  const at = (span: Span): Evidence['span'] => sourceSpan(mapped, span);
  const bare = (text: string): string => text.replace(/\s/g, '');
  const printed = (span: Span): string => bare(mapped.printed.slice(span.start, span.end));
  const isPrinted = numbered && printed(numbered).includes(bare(action.number));
  const nameRule =
    named === undefined
      ? 'ACTION_FROM_TITLE'
      : printed(named) === bare(action.name)
        ? undefined
        : 'ACTION_NAME_SHORTENED';
  return [
    ...(numbered && action.number !== ''
      ? [evidenceOf('/number', at(numbered), isPrinted ? undefined : 'NUMBER_CONVERTED')]
      : []),
    ...(action.name === '' ? [] : [evidenceOf('/name', at(named ?? chapter), nameRule)]),
    ...goals.map((goal, i) => evidenceOf(`/goals/${i}`, goal.span, indicatorRule(goal))),
  ];
}
