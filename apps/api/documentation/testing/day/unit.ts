import { itemsIn, tagOf, type Day, type Item } from './day.js';

/** A unit’s liaison: files what is owed, asks others for their part. */
export async function unit(day: Day): Promise<void> {
  const { to } = day;
  const who = 'liaison-education';
  const open = itemsIn(await to.record('sittings', who, { parameters: { limit: '20' } })).find(
    ({ status }) => status === 'open',
  );
  const sitting = await to.record('sitting', who, { parameters: { id: String(open?.id) } });
  const owed = itemsIn(sitting).filter(({ toFile }) => toFile === true);
  await to.record('fileSitting', who, {
    parameters: { id: String(open?.id) },
    body: {
      reports: owed.map(({ obligationId, task }) => ({
        obligationId,
        progress: Math.max(40, Number((task as Item)['progress'])),
        done: '已完成选址和可研批复，施工图设计已送审。',
        problems: '用地指标尚未落实。',
        nextSteps: '5 月下旬完成施工招标。',
      })),
    },
    etag: tagOf(sitting),
  });
  const supported = itemsIn(
    await to.record('tasks', who, { parameters: { state: 'inProgress', limit: '50' } }),
  );
  for (const { id } of supported) {
    const asks = await to.record('taskAsks', who, { parameters: { id } });
    const [other] = (asks['partOf'] ?? []) as Item[];
    if (other === undefined) continue;
    const asked = await to.record('askForPart', who, {
      parameters: { id },
      body: { unitId: other.id, words: '请提供本单位负责部分的进展和数据。', once: true },
    });
    await to.record('withdrawPart', who, {
      parameters: { id: String(asked['requestId']) },
      body: {},
    });
    break;
  }
}
