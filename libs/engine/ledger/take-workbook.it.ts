import { planIdOf } from '#accountability';
import { workbookCells } from '#documents';
import {
  actor,
  createTestDatabase,
  SMALL_DISTRICT,
  Story,
  type TestDatabase,
  EditedWorkbook,
  GOOD,
} from '#testing';
import { ledgerOf } from './ledger-of.js';
import { checkWorkbook, fileWorkbook, markedWorkbook, type TakenWorkbook } from './take-workbook.js';

const PLAN = planIdOf(SMALL_DISTRICT, 'small-plan');
const seal = { installation: 'here', sign: (text: string) => `signed ${text.length}` };

describe('a ledger that is filled in offline', () => {
  let db: TestDatabase;
  let story: Story;
  beforeAll(async () => {
    db = await createTestDatabase();
    story = await Story.begin(db.database, '2024-09-23 09:00', 4);
    for (const task of [1, 2, 3, 4]) {
      await story.task('2024-09-23 09:30', 'hq', task, 'confirm');
      await story.task('2024-09-23 10:00', 'hq', task, 'dispatch');
      await story.task('2024-09-24 09:00', 'liaison', task, 'sign');
    }
    await story.until('2024-09-29 15:00');
  });
  afterAll(() => db.drop());

  const download = async (period = '2024-09 下旬', username = 'liaison'): Promise<EditedWorkbook> => {
    const ledger = await ledgerOf(story.engine.context, {
      jurisdictionId: SMALL_DISTRICT,
      planId: PLAN,
      period,
      filler: { actor: actor(username), seal },
    });
    return EditedWorkbook.open(ledger?.bytes ?? new Uint8Array());
  };
  const command = async (book: EditedWorkbook, username = 'liaison') => ({
    jurisdictionId: SMALL_DISTRICT,
    actor: actor(username),
    unitId: undefined,
    sheets: workbookCells(await book.bytes()),
    seal,
  });
  const outcomes = ({ rows }: TakenWorkbook): Record<string, string> =>
    Object.fromEntries(rows.map(({ item, outcome }) => [item?.task.code ?? '', outcome]));
  const file = async (book: EditedWorkbook, key: string, username = 'liaison'): Promise<TakenWorkbook> => {
    const taken = await fileWorkbook(story.engine.context, {
      ...(await command(book, username)),
      idempotencyKey: key,
    });
    if (!('value' in taken)) throw new Error(JSON.stringify(taken));
    return taken.value;
  };
  const message = async (book: EditedWorkbook, username = 'liaison', more: object = {}): Promise<string> => {
    const taken = await checkWorkbook(story.engine.context, { ...(await command(book, username)), ...more });
    return taken.ok ? 'taken' : taken.message;
  };

  it('has a sheet of what is owed ahead of the ledger, for whom it is to file and for nobody else', async () => {
    const book = await download();
    expect(book.book.worksheets.map(({ name, state }) => [name, state])).toMatchObject([
      ['填报', 'visible'],
      ['总览', 'visible'],
      [expect.anything(), 'visible'],
      ['落实标识', 'veryHidden'],
    ]);
    const codes = book.codes();
    expect(codes).toHaveLength(4);
    const [code = ''] = codes;
    expect(book.cell(code, '本期进度（%）').dataValidation).toMatchObject({
      type: 'decimal',
      formulae: [0, 100],
    });
    expect(book.cell(code, '本期进度（%）').protection).toMatchObject({ locked: false });
    expect(book.cell(code, '任务').protection?.locked).not.toBe(false);
    const looking = await download('2024-09 下旬', 'hq');
    expect(looking.book.worksheets.map(({ name }) => name)).not.toContain('填报');
  });

  it('is tried without changing anything', async () => {
    const book = await download();
    const [one = '', two = '', three = ''] = book.codes();
    book
      .fill(one, GOOD)
      .fill(two, { '本期进度（%）': 145, 本期进展: '完成' })
      .fill(three, { 本期进展: '完成' });
    const tried = await checkWorkbook(story.engine.context, await command(book));
    if (!tried.ok) throw new Error(tried.message);
    expect(outcomes(tried.value)).toMatchObject({ [one]: 'file', [two]: 'error', [three]: 'error' });
    expect(tried.value.sittings).toMatchObject([{ stillOwed: 3 }]);
    expect(await story.states('obligation', `kind = 'taskReport'`)).toEqual(['open', 'open', 'open', 'open']);
    expect(await message(book, 'liaison2')).toContain('不是您单位的');
    expect(await message(book, 'liaison', { seal: { ...seal, installation: 'there' } })).toContain(
      '另一套系统',
    );
    expect(await message(book, 'liaison', { seal: { ...seal, sign: () => 'other' } })).toContain('已被改动');
    expect(await message(book, 'liaison', { sittingId: PLAN })).toContain('与当前的填报批次不符');
    book.book.removeWorksheet(book.named('落实标识').id);
    expect(await message(book)).toContain('标识表已被删除');
  });

  it('files its good rows, hands the others back as they were typed, and files these when they are mended', async () => {
    const book = await download();
    const [one = '', two = '', three = '', four = ''] = book.codes();
    book.fill(one, GOOD).fill(two, GOOD).fill(three, { '本期进度（%）': '很快', 本期进展: '三号任务的进展' });
    const taken = await file(book, 'first');
    expect(outcomes(taken)).toEqual({ [one]: 'file', [two]: 'file', [three]: 'error', [four]: 'untouched' });
    expect(await story.states('obligation', `kind = 'taskReport' order by state --`)).toEqual([
      'open',
      'open',
      'submitted',
      'submitted',
    ]);
    const [sitting] = await story.read<{ filed_at: string | null }>(
      `select filed_at from sitting where duty = 'taskReport'`,
    );
    expect(sitting?.filed_at).toBeNull();

    // Nobody is told that what has come has not: the reminder and the letter name what is still owed.
    await story.until('2024-10-09 18:00');
    const [line] = await story.read<{ owed: { taskIds: string[] }[] }>(
      `select snapshot #> '{context,climb,owed}' as owed from reporting_line where duty = 'taskReport'`,
    );
    expect(line?.owed.map(({ taskIds }) => taskIds.length)).toEqual([2]);

    const again = await checkWorkbook(story.engine.context, await command(book));
    if (!again.ok) throw new Error(again.message);
    expect(outcomes(again.value)).toEqual({
      [one]: 'same',
      [two]: 'same',
      [three]: 'error',
      [four]: 'untouched',
    });
    const marked = await markedWorkbook(story.engine.context, await command(book), again.value);
    const back = await EditedWorkbook.open(marked ?? new Uint8Array());
    expect(back.codes()).toEqual([three, four]);
    expect(back.cell(three, '本期进度（%）').text).toBe('很快');
    expect(back.cell(three, '本期进展').text).toBe('三号任务的进展');
    expect(back.cell(three, '需处理的问题').text).toContain('“很快”不是百分数');

    back.fill(three, { '本期进度（%）': '百分之三十' }).fill(four, GOOD);
    const rest = await file(back, 'second');
    expect(rest.rows.map(({ outcome, late }) => [outcome, late])).toEqual([
      ['file', true],
      ['file', true],
    ]);
    const [whole] = await story.read<{ filed_at: string | null }>(
      `select filed_at from sitting where duty = 'taskReport' and period = '2024-09 下旬'`,
    );
    expect(whole?.filed_at).not.toBeNull();
    expect((await story.line())?.rung).toBe(0);
    const events = await story.read<{ from: string }>(
      `select payload ->> 'from' as "from" from event where type = 'REPORT_FILED'`,
    );
    expect(events.map(({ from }) => from)).toEqual(Array(4).fill('workbook'));
    expect(await markedWorkbook(story.engine.context, await command(back), rest)).toBeNull();
  });

  it('shows what has been filed or returned in the meantime, and overwrites nothing', async () => {
    await story.until('2024-10-10 09:00');
    const book = await download('2024-10 上旬');
    const [one = '', two = ''] = book.codes();
    await story.files('2024-10-10 10:00', 'liaison', '2024-10 上旬', 60);
    book.fill(one, { '本期进度（%）': 60, 本期进展: '按计划推进' }).fill(two, GOOD);
    const taken = await file(book, 'late');
    expect(outcomes(taken)).toMatchObject({ [one]: 'same', [two]: 'conflict' });
    expect(taken.rows.find(({ outcome }) => outcome === 'conflict')?.faults[0]?.message).toContain(
      '教育局联络员已于2024年10月10日10:00填报（进度 60%）',
    );
  });
});
