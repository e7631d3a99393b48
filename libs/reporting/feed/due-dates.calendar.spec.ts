import { dueDatesCalendar, type DueDateFacts } from '../index.js';

const DATES: DueDateFacts[] = [
  {
    key: 'sitting/1',
    kind: 'sitting',
    title: '八大行动 2024-04 中旬',
    at: '2024-04-19T09:30:00.000Z',
    count: 11,
    settled: false,
  },
  {
    key: 'task/2',
    kind: 'task',
    title: 'A1-03 招商引资；开工，"两个"',
    at: '2024-06-30T09:30:00.000Z',
    count: 1,
    settled: true,
  },
];
const written = (dates = DATES): string =>
  dueDatesCalendar('区教育局', dates, { now: '2024-04-12T01:00:00.000Z', baseUrl: 'https://luoshi.example' });
const unfolded = (text: string): string[] => text.replace(/\r\n[ \t]/gu, '').split('\r\n');

describe('due dates as a calendar', () => {
  it('is an iCalendar document whose entries end at the due time, in UTC', () => {
    const lines = unfolded(written());
    expect(lines[0]).toBe('BEGIN:VCALENDAR');
    expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(2);
    expect(lines).toEqual(
      expect.arrayContaining([
        'UID:sitting/1@luoshi',
        'DTSTART:20240419T090000Z',
        'DTEND:20240419T093000Z',
        'SUMMARY:填报截止：八大行动 2024-04 中旬（11项）',
      ]),
    );
  });

  it('escapes what would end a line or a value, and folds lines at 75 bytes', () => {
    const lines = unfolded(written());
    expect(lines.find((line) => line.includes('A1-03'))).toBe(
      'SUMMARY:✓ 任务到期：A1-03 招商引资；开工，"两个"',
    );
    const nasty = unfolded(written([{ ...(DATES[0] as DueDateFacts), title: '甲,乙;丙\nEND:VCALENDAR' }]));
    expect(nasty.filter((line) => line === 'END:VCALENDAR')).toHaveLength(1);
    expect(nasty.find((line) => line.startsWith('SUMMARY'))).toContain('甲\\,乙\\;丙\\nEND:VCALENDAR');
  });

  it('rings a day ahead for what is open, and not for what is done', () => {
    expect(unfolded(written()).filter((line) => line === 'TRIGGER:-P1D')).toHaveLength(1);
  });

  it('is the same text for the same facts', () => {
    expect(written()).toBe(written());
  });
});
