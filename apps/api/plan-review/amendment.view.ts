import { AMENDED_FIELD_LABELS, AMENDMENT_KIND_LABELS, type Amendment, type AmendmentItem } from '#contract';
import type { AmendmentItem as Item, AmendmentOfPlan } from '#engine';
import { taskStateLabel } from '../view/labels.js';

export function amendmentView({ items, undecided }: AmendmentOfPlan): Amendment {
  return { items: items.map(itemView), undecided };
}

function itemView({ key, content, entry, row, revised, effect, decision, reason }: Item): AmendmentItem {
  const { kind, similarity, matchedBy, changes, hint } = entry;
  return {
    key,
    content,
    kind,
    kindLabel: AMENDMENT_KIND_LABELS[kind],
    task:
      row === null
        ? null
        : { id: row.id, code: row.code, title: row.title, stateLabel: taskStateLabel(row.state) },
    draftTaskId: revised?.draftTaskId ?? null,
    title: revised?.title ?? row?.title ?? '',
    similarity,
    matchedBy,
    changes: changes.map(({ field, before, after }) => ({
      field,
      label: AMENDED_FIELD_LABELS[field],
      before,
      after,
    })),
    effect,
    hint,
    // What is the same needs nobody's word.
    decision: kind === 'unchanged' ? 'approved' : decision,
    reason,
  };
}
