import { first, itemsIn, tagOf, type Day, type Item } from './day.js';

/** The headquarters office: the plan, its tasks, new ones and those that are cut or joined. */
export async function planAndTasks(day: Day): Promise<void> {
  const { to } = day;
  day.planId = first(await to.record('plans', 'hq')).id;
  const id = day.planId;
  await to.record('plan', 'hq', { parameters: { id } });
  await to.record('planSource', 'hq', { parameters: { id } });
  await to.record('units', 'hq', { parameters: { limit: '20' } });
  await to.record('ledger', 'hq', { parameters: { id, period: '2024-04 中旬' } });
  await to.record('taskSources', 'hq', { parameters: { id } });
  const tasks = await to.record('tasks', 'hq', {
    parameters: { plan: id, state: 'inProgress', limit: '20' },
  });
  day.taskId = first(tasks).id;
  for (const name of ['task', 'timeline', 'why', 'taskAsks', 'taskEvidence'] as const)
    await to.record(name, 'hq', { parameters: { id: day.taskId } });
  const [unit] = (first(tasks)['leads'] as Item[] | undefined) ?? [];
  const made = await to.record('createTask', 'hq', {
    body: {
      planId: id,
      actionCode: 'A1',
      source: 'instruction',
      ref: '区长 5 月 8 日批示',
      title: '核清在建项目用地手续',
      text: '对在建项目逐个核清用地手续，列出未办结的事项和办结时间。',
      leadUnitIds: [unit?.id],
      deadlineOn: '2024-06-28',
      dispatch: true,
    },
  });
  const created = String(made['taskId']);
  const task = await to.record('task', 'hq', { parameters: { id: created } });
  await to.record('actOnTask', 'hq', {
    parameters: { id: created, action: 'withdraw' },
    body: { reason: '与附件 1 的任务重复，合并办理。' },
    etag: tagOf(task),
  });
  const due = await to.record('task', 'hq', { parameters: { id: day.taskId } });
  await to.record('requestReport', 'duban', {
    parameters: { id: day.taskId },
    body: {
      unitId: unit?.id,
      dueAt: '2024-05-14T09:30:00.000Z',
      words: '请说明一季度以来的进展和下一步安排。',
    },
  });
  await to.record('splitTask', 'hq', {
    parameters: { id: day.taskId },
    body: {
      reason: '两项内容由不同股室办理，分开督办。',
      into: [
        { title: '前期手续', leadUnitIds: [unit?.id] },
        { title: '开工建设', leadUnitIds: [unit?.id], deadlineOn: '2024-12-20' },
      ],
    },
    etag: tagOf(due),
  });
  const [one, other] = itemsIn(
    await to.record('tasks', 'hq', {
      parameters: {
        plan: id,
        state: 'inProgress',
        action: String((first(tasks)['action'] as Item).id),
        limit: '20',
      },
    }),
  );
  await to.record('mergeTasks', 'hq', {
    body: {
      reason: '两项任务内容相同，合并督办。',
      tasks: [one, other].map((each) => ({ id: each?.id, version: each?.['version'] })),
      into: { title: '合并后的任务', leadUnitIds: [unit?.id] },
    },
  });
  await to.record('succeedInTasks', 'hq', {
    parameters: { id: String(unit?.id) },
    body: {
      toUnitId: first(await to.record('units', 'hq')).id,
      reason: '机构改革，职责划转。',
      dryRun: true,
    },
  });
  await to.record('burden', 'hq', { parameters: { from: '2024-04', to: '2024-05' } });
  await to.record('scores', 'jixiao', { parameters: { id } });
  await to.record('unitScore', 'jixiao', { parameters: { id, unit: String(unit?.id) } });
  await to.record('scoringScheme', 'jixiao', { parameters: { id } });
  await to.record('whatIf', 'jixiao', { parameters: { id, set: 'yellow.each:2' } });
  const opened = await to.record('openAssessment', 'jixiao', {
    parameters: { id },
    body: { period: '2024-H1' },
  });
  await to.record('assessments', 'jixiao', { parameters: { id } });
  const assessment = String(opened['id']);
  await to.record('assessment', 'jixiao', { parameters: { id: assessment } });
  await to.record('assessmentUnit', 'jixiao', {
    parameters: { id: assessment, unit: String(unit?.id) },
  });
}
