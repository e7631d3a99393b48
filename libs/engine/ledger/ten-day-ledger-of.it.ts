import { planIdOf } from '#accountability';
import {
  createTestDatabase,
  libreOffice,
  sheetsAsShown,
  SMALL_DISTRICT,
  Story,
  type TestDatabase,
} from '#testing';
import { tenDayLedgerOf } from './ten-day-ledger-of.js';

if (libreOffice === undefined)
  console.warn('skipped: LibreOffice is not installed, ledgers are not opened with it');

describe('the ten-day ledger of a plan', () => {
  let db: TestDatabase;
  let story: Story;
  beforeAll(async () => {
    db = await createTestDatabase();
    story = await Story.begin(db.database, '2024-09-23 09:00', 2);
    for (const task of [1, 2]) {
      await story.task('2024-09-23 09:30', 'hq', task, 'confirm');
      await story.task('2024-09-23 10:00', 'hq', task, 'dispatch');
      await story.task('2024-09-24 09:00', 'liaison', task, 'sign');
    }
    await story.files('2024-09-29 15:00', 'liaison', '2024-09 下旬', 70);
  });
  afterAll(() => db.drop());

  const ledger = (period: string, unitId?: string) =>
    tenDayLedgerOf(story.engine.context, {
      jurisdictionId: SMALL_DISTRICT,
      planId: planIdOf(SMALL_DISTRICT, 'small-plan'),
      period,
      unitId,
    });

  it('is not there for a period in which nothing was owed', async () => {
    expect(await ledger('2024-01 上旬')).toBeNull();
  });

  it('is the same to the byte when it is written twice at one time', async () => {
    const [one, other] = [await ledger('2024-09 下旬'), await ledger('2024-09 下旬')];
    expect(one?.fileName).toBe('旬台账-2024年9月下旬.xlsx');
    expect(Buffer.from(one?.bytes ?? []).equals(Buffer.from(other?.bytes ?? []))).toBe(true);
  });

  (libreOffice === undefined ? it.skip : it)(
    'is opened by LibreOffice and shows who filed, who was silent, and the rung they stand on',
    async () => {
      await story.until('2024-10-11 18:00');
      const filed = await sheetsAsShown((await ledger('2024-09 下旬'))?.bytes ?? new Uint8Array());
      const silent = await sheetsAsShown((await ledger('2024-10 上旬'))?.bytes ?? new Uint8Array());
      expect([...filed.keys()]).toHaveLength(2);
      const lines = [...filed.values()].flat().join('\n');
      expect(lines).toContain('第1件实事');
      expect(lines).toContain('区教育局');
      expect(lines).toContain('按时（2024年9月29日15:00）');
      expect([...silent.values()].flat().join('\n')).toContain('逾期未报、缺报单位：区教育局（2项）');
      expect([...silent.values()].flat().join('\n')).toContain('提醒函');
    },
  );
});
