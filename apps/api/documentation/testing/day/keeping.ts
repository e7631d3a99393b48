import { strToU8, zipSync } from 'fflate';
import { first, itemsIn, tagOf, type Day, type Item } from './day.js';

/** Files, calls, seals, the queue: what is kept beside the plan's own life. */
export async function keeping(day: Day): Promise<void> {
  await evidence(day);
  await calls(day);
  await seals(day);
  const { to } = day;
  for (const name of ['queueStatus', 'pauseQueue', 'resumeQueue', 'requeueFailed'] as const)
    await to.record(name, 'admin');
  await to.record('systemHealth', 'admin');
  await calendar(day);
  await to.record('ladders', 'admin');
  await to.record('ladderCourse', 'admin', {
    parameters: { name: 'reporting', due: '2024-05-10T09:30:00.000Z', cured: '4' },
  });
  await accountsFromList(day);
  await units(day);
}

/** A day that the county gives off besides, tried and not put in force. */
async function calendar({ to }: Day): Promise<void> {
  const known = await to.record('calendarYear', 'admin', { parameters: { year: '2024' } });
  const months = known['months'] as { days: { on: string; kind: string }[] }[];
  const of = (kind: string): string[] =>
    months.flatMap(({ days }) => days.flatMap((day) => (day.kind === kind ? [day.on] : [])));
  await to.record('announceCalendar', 'admin', {
    body: {
      dryRun: true,
      reason: '关于防汛期间调整工作安排的通知（张武政办〔2024〕18号）',
      years: [
        {
          year: 2024,
          status: 'published',
          source: known['source'],
          off: [...of('off'), '2024-05-31'].sort(),
          worked: of('worked'),
        },
      ],
    },
    etag: `"${String((known['calendar'] as { version: number }).version)}"`,
  });
}

async function evidence({ to }: Day): Promise<void> {
  const who = 'liaison-education';
  const task = first(await to.record('tasks', who, { parameters: { state: 'inProgress', limit: '1' } }));
  const added = await to.record('addEvidence', who, {
    parameters: { id: task.id, name: '选址批复.txt', note: '区自然资源局批复' },
    bytes: new TextEncoder().encode('同意选址。区自然资源局，2024年5月6日。'),
  });
  await to.record('withdrawEvidence', who, {
    parameters: { id: String(added['id']) },
    body: { reason: '传错了版本，另传盖章件。' },
  });
}

async function calls({ to }: Day): Promise<void> {
  const open = itemsIn(await to.record('toCall', 'duban'))[0];
  await to.record('recordCall', 'duban', {
    body: {
      personId: (open?.['person'] as Item | undefined)?.id,
      messageIds: ((open?.['messages'] ?? []) as Item[]).map(({ id }) => id),
      outcome: 'reached',
      reached: '本人',
      words: '已告知逾期事项，本人表示当日补报。',
    },
  });
}

async function seals({ to, taskId, jurisdictionId }: Day): Promise<void> {
  await to.record('trailProof', 'shenji', { parameters: { kind: 'task', id: taskId, seq: '1' } });
  await to.record('publicSeals', 'shenji', { parameters: { id: jurisdictionId, limit: '20' } });
  await to.record('sealConsistency', 'shenji', {
    parameters: { id: jurisdictionId, from: '1', to: '2' },
  });
}

/** A workbook as an office would bring it, tried first; and a colleague whose telephone is gone. */
async function accountsFromList({ to }: Day): Promise<void> {
  await to.record('importAccounts', 'admin', {
    parameters: { dryRun: 'true', reason: '机构改革后补录' },
    bytes: workbookOf([
      ['单位名称', '类别', '姓名', '职务', '账号'],
      ['区数据局', '区直部门', '李明', '联络员', 'liming-sjj'],
    ]),
  });
  const found = first(
    await to.record('accounts', 'support-trade-unions', { parameters: { q: 'deputy', limit: '20' } }),
  );
  await to.record('endAccountSecondFactor', 'support-trade-unions', {
    parameters: { id: found.id },
    body: { reason: '手机遗失，本人当面申请。' },
    etag: tagOf(found),
  });
}

/** A unit registered, called by another name and merged into another; a group's members. */
async function units({ to }: Day): Promise<void> {
  const reason = '区委编办通知，机构改革。';
  const list = async (parameters: Record<string, string>): Promise<Item> =>
    first(await to.record('unitRecords', 'admin', { parameters: { ...parameters, limit: '20' } }));
  const group = await list({ group: 'true' });
  const into = await list({ kind: 'government-department' });
  const made = await to.record('registerUnit', 'admin', {
    body: { name: '区低空经济发展办公室', kind: 'office', aliases: ['区低空办'], reason },
  });
  const parameters = { id: String(made['id']) };
  await to.record('unitRecord', 'admin', { parameters });
  const printed = '低空经济专班办';
  await to.record('learnUnitAlias', 'admin', {
    parameters,
    body: { printed, learnedFrom: '区政办发〔2024〕6号' },
  });
  await to.record('takeBackUnitAlias', 'admin', { parameters, body: { printed, reason: '另有所指。' } });
  await to.record('succeedUnit', 'admin', {
    parameters,
    body: { kind: 'merge', successorIds: [into.id], from: '2024-07-01', reason },
  });
  await to.record('takeBackUnitSuccession', 'admin', { parameters, body: { reason: '改革方案未获批复。' } });
  const members = await to.record('unitRecord', 'admin', { parameters: { id: group.id } });
  await to.record('setGroupMembers', 'admin', {
    parameters: { id: group.id },
    body: { memberIds: [into.id], reason: '按最新行政区划。' },
    etag: String(members['etag']),
  });
}

function workbookOf(rows: readonly (readonly string[])[]): Uint8Array {
  const cell = (text: string): string => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
  const data = rows.map((row) => `<row>${row.map(cell).join('')}</row>`).join('');
  return zipSync({
    'xl/workbook.xml': strToU8('<workbook><sheets><sheet name="人员" r:id="rId1"/></sheets></workbook>'),
    'xl/worksheets/sheet1.xml': strToU8(`<worksheet><sheetData>${data}</sheetData></worksheet>`),
  });
}
