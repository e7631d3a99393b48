import { itemsIn, tagOf, type Day, type Item } from './day.js';

/** The offices of task forces: review, and record their meetings. */
export async function offices(day: Day): Promise<void> {
  const { to } = day;
  for (const who of ['office-a1', 'office-a8']) {
    const waiting = itemsIn(await to.record('reviews', who, { parameters: { limit: '20' } }));
    const [one, other] = waiting;
    if (one === undefined) continue;
    await to.record('batch', who, {
      parameters: { act: 'acceptReports' },
      body: {
        dryRun: true,
        items: waiting.map((each) => ({ id: each['obligationId'], version: each['version'] })),
      },
    });
    await to.record('whyObligation', who, { parameters: { id: String(one['obligationId']) } });
    await to.record('acceptReport', who, {
      parameters: { id: String(one['obligationId']) },
      body: {},
      etag: tagOf(one),
    });
    if (other !== undefined)
      await to.record('returnReport', who, {
        parameters: { id: String(other['obligationId']) },
        body: { reason: '数据与统计口径不符，请按月报口径核实后重报。' },
        etag: tagOf(other),
      });
  }
  await to.record('reportingLines', 'duban', { parameters: { plan: day.planId } });
  for (const who of ['office-a1', 'convener-a1', 'hq']) {
    const duties = itemsIn(await to.record('duties', who, { parameters: { limit: '50' } }));
    const open = duties.find(({ state, kind }) => state === 'open' && kind === 'meeting');
    const shown = open ?? duties[0];
    if (shown === undefined) continue;
    const duty = await to.record('duty', who, { parameters: { id: shown.id } });
    const may = duty['allowedActions'] as unknown[] | undefined;
    if (open !== undefined && may?.length !== 0) await meet(day, who, duty);
  }
}

async function meet(day: Day, who: string, duty: Record<string, unknown>): Promise<void> {
  const [lead] = itemsIn(
    await day.to.record('tasks', 'hq', { parameters: { plan: day.planId, limit: '20' } }),
  )[0]?.['leads'] as Item[];
  const parameters = { id: String(duty['id']) };
  await day.to.record('fulfilDuty', who, {
    parameters,
    body: {
      record: {
        heldOn: '2024-05-08',
        chairedBy: '产业培塑行动专班召集人',
        attended: ['区文化旅游广电体育局', '区自然资源局'],
        decisions: ['5 月 20 日前核清用地手续', '5 月底前完成施工图审查'],
      },
      tasks: [{ decision: 0, title: '核清用地手续', leadUnitIds: [lead?.id], deadlineOn: '2024-05-20' }],
    },
    etag: tagOf(duty),
  });
  await day.to.record('taskOfDecision', who, {
    parameters,
    body: { decision: 1, title: '完成施工图审查', leadUnitIds: [lead?.id], deadlineOn: '2024-05-31' },
  });
}
