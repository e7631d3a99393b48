import { readFile } from 'node:fs/promises';
import { tagOf, type Day, type Item } from './day.js';

/** A plan is uploaded and checked task by task. */
export async function review(day: Day): Promise<void> {
  const { to } = day;
  const text = await readFile(new URL('../plan-of-examples.txt', import.meta.url));
  const review = await to.record('uploadPlan', 'hq', {
    parameters: { fileName: '教育惠民实施方案.txt' },
    bytes: text,
  });
  const id = String(review['id']);
  const one = { parameters: { id } };
  await to.record('planReviews', 'hq');
  await to.record('planReview', 'hq', one);
  await to.record('reviewDocument', 'hq', one);
  const facts = await to.record('correctPlanFacts', 'hq', {
    ...one,
    body: { title: '武陵源区教育惠民实施方案', year: 2024 },
    etag: tagOf(review),
  });
  const [task, next] = (facts['tasks'] ?? []) as Item[] as [Item | undefined, Item | undefined];
  const corrected = await to.record('correctDraftTask', 'hq', {
    parameters: { id, taskId: String(task?.id) },
    body: { title: '新建公办幼儿园' },
    etag: tagOf(task ?? { id: '' }),
  });
  await to.record('actOnDraftTask', 'hq', {
    parameters: { id, taskId: String(task?.id) },
    body: { type: 'confirm' },
    etag: tagOf(corrected),
  });
  await to.record('actOnPlanReview', 'hq', {
    ...one,
    body: { type: 'confirm', tasks: [{ id: next?.id, version: next?.['version'] }] },
  });
  await to.record('addDraftTask', 'hq', {
    ...one,
    body: { span: { start: 17, end: 34 }, actionCode: 'A1', after: null },
  });
  await to.record('reviewSteps', 'hq', one);
  const now = await to.record('planReview', 'hq', one);
  await to.record('dispatchPlan', 'hq', { ...one, body: { dryRun: true }, etag: tagOf(now) });
}
