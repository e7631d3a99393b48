import { taskIdOf, unitIdOf } from '#accountability';
import { createTestDatabase, SMALL_DISTRICT, Story, type TestDatabase } from '#testing';

describe('a task whose text is revised while it runs', () => {
  const civil = unitIdOf(SMALL_DISTRICT, 'civil');
  const education = unitIdOf(SMALL_DISTRICT, 'education');
  const taskId = taskIdOf(SMALL_DISTRICT, 'small-plan', 'A1-01');
  let db: TestDatabase;
  let story: Story;
  beforeAll(async () => {
    db = await createTestDatabase();
    story = await Story.begin(db.database, '2024-09-23 09:00', 1);
    await story.task('2024-09-23 09:30', 'hq', 1, 'confirm');
    await story.task('2024-09-23 10:00', 'hq', 1, 'dispatch');
    await story.task('2024-09-24 09:00', 'liaison', 1, 'sign');
    await story.until('2024-10-08 18:00'); // the report of late September is overdue
    await story.heard();
  });
  afterAll(() => db.drop());

  const amendment = { amendmentId: 'revision-1', reason: '方案修订' };

  it('is changed by the headquarters office alone, with a reason and to units there are', async () => {
    const change = { ...amendment, deadlineOn: '2025-03-31' };
    await expect(story.task('2024-10-09 09:00', 'supervisor', 1, 'amend', change)).rejects.toThrow(
      'NotPermitted',
    );
    await expect(
      story.task('2024-10-09 09:00', 'hq', 1, 'amend', { ...change, reason: ' ' }),
    ).rejects.toThrow('ReasonMissing');
    await expect(
      story.task('2024-10-09 09:00', 'hq', 1, 'amend', { ...amendment, leadUnitIds: [taskId] }),
    ).rejects.toThrow('UnitUnknown');
  });

  it('shows the new title, deadline, units and indicators, and asks the new lead to sign', async () => {
    await story.heard();
    await story.task('2024-10-09 10:00', 'hq', 1, 'amend', {
      ...amendment,
      title: '改名后的实事',
      deadlineOn: '2025-03-31',
      leadUnitIds: [civil],
      supportUnitIds: [education],
      indicators: [{ name: '新增学位', comparator: '>=', value: 300, unit: '个' }],
    });
    expect(
      await story.read('select title, state, deadline_on, original_deadline_on from task where id = $1', [
        taskId,
      ]),
    ).toEqual([
      {
        title: '改名后的实事',
        state: 'dispatched',
        deadline_on: '2025-03-31',
        original_deadline_on: '2024-12-31',
      },
    ]);
    expect(
      await story.read('select unit_id, kind from responsibility where task_id = $1 order by kind', [taskId]),
    ).toEqual([
      { unit_id: civil, kind: 'lead' },
      { unit_id: education, kind: 'support' },
    ]);
    expect(
      await story.read('select name, value::float8 from indicator where task_id = $1', [taskId]),
    ).toEqual([{ name: '新增学位', value: 300 }]);
    await story.until('2024-10-09 10:00');
    expect(await story.heard()).toEqual([
      expect.stringContaining('民政局负责人'),
      expect.stringContaining('民政局联络员'),
    ]);
  });

  it('leaves the old lead without debts, and keeps what was in the trail', async () => {
    expect(await story.states('obligation')).toEqual(['excused', 'excused']);
    expect(await story.line()).toMatchObject({ state: 'calm' });
    const [event] = await story.read<{ payload: object }>(
      `select payload from event where subject_id = $1 and type = 'AMENDED'`,
      [taskId],
    );
    expect(event?.payload).toMatchObject({ amendmentId: 'revision-1', leadUnitIds: [civil] });
  });

  it('is the new lead’s once it has signed', async () => {
    await story.task('2024-10-10 09:00', 'liaison2', 1, 'sign');
    expect(await story.states('task', `code = 'A1-01'`)).toEqual(['inProgress']);
  });
});
