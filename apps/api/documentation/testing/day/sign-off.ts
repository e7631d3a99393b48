import { itemsIn, tagOf, type Day, type Item } from './day.js';

/** A unit whose head wants to sign what it reports: the liaison sends, takes one back, sends it again; the head returns one and signs the rest. */
export async function signOff({ to }: Day): Promise<void> {
  const [liaison, head] = ['liaison-culture-tourism-sports', 'head-culture-tourism-sports'];
  const open = itemsIn(await to.record('sittings', liaison, { parameters: { limit: '20' } })).find(
    ({ status }) => status === 'open',
  );
  const parameters = { id: String(open?.id) };
  const unit = { id: String((open?.['unit'] as Item | undefined)?.id) };
  await to.record('unitSignOff', head, { parameters: unit });
  await to.record('turnSignOff', head, { parameters: unit, body: { wanted: true } });
  const seen = (who: string): Promise<Record<string, unknown>> => to.record('sitting', who, { parameters });
  const sitting = await seen(liaison);
  const reports = itemsIn(sitting)
    .filter(({ toFile }) => toFile === true)
    .map(({ obligationId, task }) => ({
      obligationId,
      progress: Math.max(30, Number((task as Item)['progress'])),
      done: '完成游客中心主体改造，新增停车位 120 个。',
      problems: '',
      nextSteps: '5 月下旬组织验收。',
    }));
  await to.record('sendForSignOff', liaison, { parameters, body: { reports }, etag: tagOf(sitting) });
  const ids = reports.map(({ obligationId }) => String(obligationId));
  const [one = '', other = '', ...rest] = ids;
  await to.record('takeBackFromSignOff', liaison, {
    parameters,
    body: { obligationIds: [one] },
    etag: tagOf(await seen(liaison)),
  });
  await to.record('returnFromSignOff', head, {
    parameters,
    body: { obligationIds: [other], remark: '请写明停车位的位置。' },
    etag: tagOf(await seen(head)),
  });
  await to.record('signOff', head, {
    parameters,
    body: { obligationIds: rest },
    etag: tagOf(await seen(head)),
  });
}
