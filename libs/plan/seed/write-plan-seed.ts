import { Document, isMap, isScalar, isSeq, visit } from 'yaml';
import type { PlanSeed, PlanSeedTask } from './plan-seed.schema.js';

/** Writes a plan as readable YAML: lists of words and small records on one line. `parsePlanSeed` reads it back. */
export function writePlanSeed(plan: PlanSeed, comment: string): string {
  const document = new Document(
    { ...plan, tasks: plan.tasks.map(briefNames) },
    { aliasDuplicateObjects: false },
  );
  document.commentBefore = comment;
  visit(document, {
    Map: (_, node) => {
      if (node.items.length <= 6 && node.items.every(({ value }) => isScalar(value))) node.flow = true;
    },
    Seq: (_, node) => {
      if (
        node.items.every(isScalar) ||
        (node.items.length > 0 &&
          node.items.every((item) => isScalar(item) || (isMap(item) && item.flow === true)) &&
          node.items.some(isScalar))
      )
        node.flow = true;
      if (isSeq(node) && node.items.length === 0) node.flow = true;
    },
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: true });
}

function briefNames(task: PlanSeedTask): object {
  const brief = (names: PlanSeedTask['lead']): unknown[] =>
    names.map((name) => (name.printed === name.canonical ? name.printed : name));
  return { ...task, lead: brief(task.lead), support: brief(task.support) };
}
