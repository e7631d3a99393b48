import { answerOf, itemsOf, LuoshiProblem, type Luoshi } from '#client';

/** Signs for every task that was put to the unit; the codes of those that it signed for. */
export async function signForTask(luoshi: Luoshi): Promise<string[]> {
  const signed: string[] = [];
  const waiting = itemsOf((page) =>
    luoshi.GET('/api/v1/tasks', { params: { query: { ...page, state: 'dispatched' } } }),
  );
  for await (const { id, code } of waiting) if (await sign(luoshi, id)) signed.push(code);
  return signed;
}

/** False: it is not this person's to sign for, or somebody else just did. */
async function sign(luoshi: Luoshi, id: string): Promise<boolean> {
  const task = await answerOf(luoshi.GET('/api/v1/tasks/{id}', { params: { path: { id } } }));
  // What may be done is told: no rule of the system is known here.
  if (!task.value.allowedActions.some(({ action }) => action === 'sign')) return false;
  try {
    await answerOf(
      luoshi.POST('/api/v1/tasks/{id}/actions/{action}', {
        params: { path: { id, action: 'sign' }, header: { 'If-Match': task.etag } },
        body: {},
      }),
    );
    return true;
  } catch (error) {
    if (LuoshiProblem.is(error, 'VersionConflict', 'EventNotAllowed')) return false;
    throw error;
  }
}
