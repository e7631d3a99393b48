import { createTestDatabase, SMALL_DISTRICT, Story, type TestDatabase } from '#testing';
import { readFeed, renewFeed } from './index.js';

let db: TestDatabase;
let story: Story;
beforeAll(async () => {
  db = await createTestDatabase();
  story = await Story.begin(db.database, '2024-09-23 09:00', 2);
  for (const number of [1, 2]) {
    await story.task(`2024-09-23 09:3${number}`, 'hq', number, 'confirm');
    await story.task(`2024-09-23 10:0${number}`, 'hq', number, 'dispatch');
    await story.task(`2024-09-24 09:0${number}`, 'liaison', number, 'sign');
  }
});
afterAll(() => db.drop());

async function entriesOf(username: string): Promise<string[]> {
  const [person] = await story.read<{ id: string }>('select id from person where username = $1', [username]);
  const token = await renewFeed(story.engine.context, {
    jurisdictionId: SMALL_DISTRICT,
    personId: person?.id ?? '',
  });
  const text = (await readFeed(story.engine.context, token, null)) ?? '';
  const lines = text.replace(/\r\n[ \t]/gu, '').split('\r\n');
  const of = (field: string): string[] =>
    lines.filter((line) => line.startsWith(`${field}:`)).map((line) => line.slice(field.length + 1));
  const [ends, summaries] = [of('DTEND'), of('SUMMARY')];
  return ends.map((end, index) => `${end} ${summaries[index] ?? ''}`);
}

describe('what a person’s calendar holds', () => {
  it('is one entry for a sitting, however many tasks it is about, at its due time; and the tasks’ own deadlines', async () => {
    const entries = await entriesOf('liaison');
    // Monday 30 September 2024, 17:30 in Beijing.
    expect(entries).toContainEqual(
      expect.stringMatching(/^20240930T093000Z 填报截止：.*2024-09 下旬（2项）$/u),
    );
    expect(entries.filter((entry) => entry.includes('任务到期'))).toHaveLength(2);
  });

  it('is ticked off once it is filed', async () => {
    await story.files('2024-09-29 15:00', 'liaison', '2024-09 下旬', 70);
    expect(await entriesOf('liaison')).toContainEqual(expect.stringMatching(/^20240930T093000Z ✓ 填报截止/u));
  });

  it('is nothing of another unit', async () => {
    expect(await entriesOf('liaison2')).toEqual([]);
  });
});
