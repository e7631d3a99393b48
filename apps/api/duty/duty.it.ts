import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createTestDatabase, manualClock, type TestDatabase } from '#testing';
import type { DutyView, TaskAsks } from '#contract';
import { startApi, type ApiUnderTest } from '../testing/api-under-test.js';
import type { Answer, Browser } from '../testing/browser.js';
import { JURISDICTION, TASKS, UNITS } from '../testing/district.js';
import type { Username } from '../testing/people.js';

const clock = manualClock('2024-04-12T01:00:00.000Z');
const TASK = `/api/v1/tasks/${TASKS['A1-02'].id}`;
const USERS = ['hq', 'supervisor', 'taskforce', 'convener', 'farming', 'forestry'] as const;
let db: TestDatabase;
let api: ApiUnderTest;
const at = {} as Record<Username, Browser>;

async function until(instant: string): Promise<void> {
  for (;;) {
    const next = await api.engine.nextInstant(JURISDICTION);
    if (next === null || next > instant) break;
    if (next > clock.now()) clock.set(next);
    await api.engine.sweep(JURISDICTION);
  }
  clock.set(instant);
  await api.engine.sweep(JURISDICTION);
  for (const user of USERS) at[user] = await api.as(user);
}
beforeAll(async () => {
  db = await createTestDatabase();
  api = await startApi(db.database, clock);
  for (const user of USERS) at[user] = await api.as(user);
  const act = async (user: Browser, action: string): Promise<Answer> => {
    const { body } = await user.get(TASK);
    return user.change(`${TASK}/actions/${action}`, {}, { ifMatch: Number(body['version']) });
  };
  await act(at.hq, 'confirm');
  await act(at.hq, 'dispatch');
  await act(at.forestry, 'sign');
  await until('2024-04-16T02:00:00.000Z');
});
afterAll(async () => {
  await api.stop();
  await db.drop();
});

const codeOf = ({ status, body }: Answer): string =>
  status < 400 ? String(status) : `${status} ${String(body['code'])}`;
const listed = async (user: Browser, query = ''): Promise<DutyView[]> =>
  (await user.get(`/api/v1/duties${query}`)).body['items'] as DutyView[];
const meetingOf = async (user: Browser): Promise<DutyView> => {
  const [meeting] = await listed(user, '?kind=meeting');
  if (!meeting) throw new Error('no meeting is owed');
  return meeting;
};

describe('what an office owes', () => {
  test('is on its desk by name and date, with what this person may do with it', async () => {
    const meeting = await meetingOf(at.convener);
    expect(meeting).toMatchObject({
      label: '专班月调度会',
      periodLabel: '2024年4月',
      action: { code: 'A1' },
      dueAt: '2024-04-30T09:30:00.000Z',
      stateLabel: '待办理',
      overdue: false,
      allowedActions: [{ action: 'fulfil' }],
    });
    expect((await meetingOf(at.supervisor)).allowedActions).toEqual([]);
  });

  test('is not for a unit that owes and is asked for nothing', async () => {
    expect(await listed(at.farming)).toEqual([]);
    const { id } = await meetingOf(at.convener);
    for (const path of [`/api/v1/duties/${id}`, `/api/v1/obligations/${id}/why`])
      expect(codeOf(await at.farming.get(path))).toBe('404 NotFound');
  });

  test('says why it stands where it stands', async () => {
    const { id } = await meetingOf(at.convener);
    const { body } = await at.convener.get(`/api/v1/obligations/${id}/why`);
    expect((body['sentences'] as string[]).join('')).toContain('2024年4月30日17:30');
  });
});

describe('the minutes of a meeting', () => {
  const record = {
    heldOn: '2024-04-16',
    chairedBy: '召集人',
    attended: ['区林业局', '区农业农村局'],
    decisions: ['区林业局一周内完成苗木调拨。', '区农业农村局报村庄名单。'],
  };
  const decided = (more: object) => ({
    decision: 0,
    title: '苗木调拨',
    leadUnitIds: [UNITS.forestry.id],
    ...more,
  });

  test('that do not say what they must name each member that is wrong', async () => {
    const { id, version } = await meetingOf(at.convener);
    const path = `/api/v1/duties/${id}/record`;
    const wrong = await at.convener.change(path, { record: { heldOn: '2024-04-16' } }, { ifMatch: version });
    expect(wrong.body).toMatchObject({
      code: 'InputInvalid',
      errors: [{ path: '/record/chairedBy' }, { path: '/record/attended' }],
    });
    const tomorrow = { record: { ...record, heldOn: '2024-04-17' } };
    expect((await at.convener.change(path, tomorrow, { ifMatch: version })).body).toMatchObject({
      code: 'InputInvalid',
      errors: [{ path: '/record/heldOn' }],
    });
  });

  test('are filed by who owes them, in the version that was seen', async () => {
    const { id, version } = await meetingOf(at.convener);
    const path = `/api/v1/duties/${id}/record`;
    const codes = {
      hq: '403 NotPermitted',
      taskforce: '403 NotPermitted',
      supervisor: '403 NotPermitted',
      farming: '404 NotFound',
    };
    for (const [user, code] of Object.entries(codes)) {
      const answer = await at[user as Username].change(path, { record }, { ifMatch: version });
      expect([user, codeOf(answer)]).toEqual([user, code]);
    }
    expect(codeOf(await at.convener.change(path, { record }))).toBe('428 IfMatchMissing');
    expect(codeOf(await at.convener.change(path, { record }, { ifMatch: 99 }))).toBe('412 VersionConflict');
  });

  test('make tasks of their decisions in the same step, once, and say of each what became of it', async () => {
    const { id, version } = await meetingOf(at.convener);
    const path = `/api/v1/duties/${id}/record`;
    const body = {
      record,
      tasks: [decided({}), decided({ decision: 1, title: '村庄名单', dispatch: true })],
    };
    const filed = await at.convener.change(path, body, { ifMatch: version, key: 'minutes' });
    expect(filed.body).toMatchObject({
      late: false,
      stateLabel: '已办理',
      tasks: [
        { decision: 0, task: { code: 'A1-H01', stateLabel: '拟办' }, refused: null },
        // A convener drafts; to put it to a unit is the headquarters office's.
        { decision: 1, task: null, refused: { code: 'NotPermitted' } },
      ],
    });
    const again = await at.convener.change(path, body, { ifMatch: version, key: 'minutes' });
    expect(again.body).toEqual(filed.body);
    const later = await at.hq.change(`/api/v1/duties/${id}/tasks`, decided({ decision: 1, dispatch: true }));
    expect(later.body).toMatchObject({ code: 'A1-H02', stateLabel: '已下发' });
    expect(codeOf(await at.hq.change(`/api/v1/duties/${id}/tasks`, decided({ decision: 7 })))).toBe(
      '422 InputInvalid',
    );
  });
});

describe('a part of a report', () => {
  const asks = async (user: Browser): Promise<TaskAsks> =>
    (await user.get(`${TASK}/asks`)).body as unknown as TaskAsks;
  const ask = { unitId: UNITS.farming.id, words: '本季度村庄绿化户数', once: true };

  test('is asked for by who leads, of who supports', async () => {
    expect(await asks(at.forestry)).toMatchObject({
      partOf: [{ name: '区农业农村局' }],
      reportOf: [],
      parts: [],
    });
    expect(await asks(at.farming)).toMatchObject({ partOf: [], reportOf: [] });
    const path = `${TASK}/part-requests`;
    expect(codeOf(await at.farming.change(path, ask))).toBe('403 NotPermitted');
    expect(codeOf(await at.forestry.change(path, { ...ask, words: ' ' }))).toBe('400 RequestInvalid');
    expect(codeOf(await at.forestry.change(path, { ...ask, unitId: UNITS.office.id }))).toBe(
      '422 UnitUnknown',
    );
    const asked = await at.forestry.change(path, ask, { key: 'ask' });
    expect(asked.status).toBe(201);
    expect((await at.forestry.change(path, ask, { key: 'ask' })).body).toEqual(asked.body);
    expect((await asks(at.forestry)).parts).toMatchObject([{ mayWithdraw: true, cadenceLabel: '一次' }]);
  });

  test('is withdrawn by who asked', async () => {
    const [part] = (await asks(at.forestry)).parts;
    const path = `/api/v1/part-requests/${String(part?.id)}/withdrawal`;
    expect(codeOf(await at.farming.change(path, {}))).toBe('403 NotPermitted');
    expect((await at.forestry.change(path, {})).status).toBe(200);
    expect((await asks(at.forestry)).parts).toMatchObject([{ mayWithdraw: false }]);
  });
});

describe('a one-off report', () => {
  const path = `${TASK}/report-requests`;
  const wanted = { unitId: UNITS.farming.id, words: '今日受灾情况', dueAt: '2024-04-18T09:30:00.000Z' };

  test('is asked for by the offices that supervise, at short notice with an approver', async () => {
    expect(codeOf(await at.forestry.change(path, wanted))).toBe('403 NotPermitted');
    const short = { ...wanted, dueAt: '2024-04-16T04:00:00.000Z' };
    expect((await at.supervisor.change(path, short)).body).toMatchObject({
      code: 'ApproverMissing',
      errors: [{ path: '/approvedBy' }],
    });
    const { body } = await at.supervisor.get(`${TASK}/asks`);
    const [approver] = (body as unknown as TaskAsks).approvers;
    expect(approver?.name).toBe('hq同志');
    const asked = await at.supervisor.change(path, { ...short, approvedBy: approver?.id });
    expect(asked.status).toBe(201);
  });

  test('is on the desk of the unit, which gives it', async () => {
    const [report] = await listed(at.farming, '?status=open');
    expect(report).toMatchObject({
      label: '临时报送',
      words: '今日受灾情况',
      allowedActions: [{ action: 'fulfil' }],
    });
    const given = await at.farming.change(
      `/api/v1/duties/${String(report?.id)}/record`,
      { record: { text: '无灾情' } },
      { ifMatch: report?.version ?? 0 },
    );
    expect(given.body).toMatchObject({ late: false, state: 'accepted', tasks: [] });
    expect(await listed(at.forestry, '?kind=requestedReport')).toEqual([]);
  });
});
