import { first, itemsIn, tagOf, type Day, type Item } from './day.js';

/** The supervision office: notices, draws, verifications. */
export async function supervision(day: Day): Promise<void> {
  const { to, planId: id } = day;
  const alerts = await to.record('alerts', 'duban', { parameters: { state: 'open', limit: '20' } });
  if (itemsIn(alerts).length === 0) to.failures.push('no alert is open');
  const notices = itemsIn(await to.record('notices', 'duban', { parameters: { limit: '50' } }));
  const draft = notices.find(({ state }) => state === 'drafted') ?? notices[0];
  const notice = await to.record('notice', 'duban', { parameters: { id: String(draft?.id) } });
  await to.record('whyNotice', 'duban', { parameters: { id: String(draft?.id) } });
  await to.record('issueNotice', 'duban', {
    parameters: { id: String(draft?.id) },
    body: {},
    etag: tagOf(notice),
  });
  for (const who of ['head-culture-tourism-sports', 'head-forestry']) {
    const issued = itemsIn(await to.record('notices', who, { parameters: { limit: '50' } })).find(
      ({ state }) => state === 'issued',
    );
    if (issued === undefined) continue;
    const seen = await to.record('notice', who, { parameters: { id: issued.id } });
    await to.record('acknowledgeNotice', who, {
      parameters: { id: issued.id },
      body: {},
      etag: tagOf(seen),
    });
    const mine = await to.record('notice', who, { parameters: { id: issued.id } });
    const may =
      (mine['allowedActions'] as { action: string }[] | undefined)?.map(({ action }) => action) ?? [];
    if (may.includes('appeal'))
      await to.record('actOnNotice', who, {
        parameters: { id: issued.id, action: 'appeal' },
        body: { reason: '该旬填报已按时提交，因系统停机未收到，请核实。' },
        etag: tagOf(mine),
      });
  }
  await to.record('drawPreview', 'duban', { parameters: { id } });
  const committed = await to.record('commitDraw', 'duban', { parameters: { id }, body: { count: 3 } });
  const drawId = String(committed['drawId']);
  await to.record('draws', 'duban', { parameters: { id } });
  await to.record('draw', 'duban', { parameters: { id: drawId } });
  const frozen = await to.record('freezeDraw', 'duban', {
    parameters: { id: drawId },
    body: {},
    etag: tagOf(committed),
  });
  const random = await to.record('addRandomness', 'hq', {
    parameters: { id: drawId },
    body: { text: '03 07 12 19 24 31 08', source: '双色球第 2024051 期开奖号码' },
    etag: tagOf(frozen),
  });
  await to.record('carryOutDraw', 'duban', { parameters: { id: drawId }, body: {}, etag: tagOf(random) });
  const again = await to.record('commitDraw', 'duban', { parameters: { id }, body: { count: 2 } });
  await to.record('abandonDraw', 'duban', {
    parameters: { id: String(again['drawId']) },
    body: { reason: '抽取数有误，重新公布承诺。' },
    etag: tagOf(again),
  });
  const verifications = await to.record('verifications', 'duban', { parameters: { limit: '20' } });
  const one = first(verifications);
  const verification = await to.record('verification', 'duban', { parameters: { id: one.id } });
  await to.record('recordFinding', 'duban', {
    parameters: { id: one.id },
    body: {
      finding: 'partlyTrue',
      found: 20,
      words: '现场核查：主体未开工，仅完成场地平整，填报进度偏高。',
      evidence: [{ label: '现场照片', ref: '督查室 2024 年第 12 号卷' }],
    },
    etag: tagOf(verification),
  });
  const other = itemsIn(
    await to.record('tasks', 'duban', { parameters: { state: 'inProgress', limit: '50' } }),
  ).at(-1);
  await to.record('orderVerification', 'duban', {
    body: {
      taskId: other?.id,
      unitId: (other?.['leads'] as Item[] | undefined)?.[0]?.id,
      reason: '连续两旬填报进度不变，现场核实。',
    },
  });
}
