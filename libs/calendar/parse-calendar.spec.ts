import { createCalendar, parseCalendar } from './index.js';

const file = (off: string, worked = '[]'): string => `id: test
version: 3
years:
  2024:
    status: published
    off:
      - 2024-01-01
      - ${off}
    worked: ${worked}
`;

describe('a calendar file', () => {
  it('is read with ranges, and with the usual hours where it names none', () => {
    const parsed = parseCalendar(file('2024-02-10/2024-02-12'));
    expect(parsed).toEqual({
      ok: true,
      data: {
        id: 'test',
        version: 3,
        hours: { morning: ['08:30', '12:00'], afternoon: ['14:00', '17:30'] },
        years: {
          '2024': {
            status: 'published',
            off: ['2024-01-01', '2024-02-10', '2024-02-11', '2024-02-12'],
            worked: [],
          },
        },
      },
    });
  });

  it.each([
    ['a date that does not exist', file('2024-02-30'), 8, 9, 'years.2024.off.1'],
    ['a reversed range', file('2024-02-12/2024-02-10'), 8, 9, 'years.2024.off.1'],
    ['something else than a date', file('{ a: 1 }'), 8, 9, 'years.2024.off.1'],
    ['a date of another year', file('2025-01-01'), 5, 5, 'years.2024'],
    ['a make-up day that is no weekend', file('2024-02-10', '[2024-02-05]'), 5, 5, 'years.2024'],
    ['a day both off and worked', file('2024-02-10', '[2024-02-10]'), 5, 5, 'years.2024'],
    ['an unknown word', file('2024-02-10').replace('worked', 'workd'), 9, 12, 'years.2024.workd'],
    ['a wrong status', file('2024-02-10').replace('published', 'official'), 5, 13, 'years.2024.status'],
    ['a missing version', file('2024-02-10').replace('version: 3\n', ''), 1, 1, 'version'],
    ['broken YAML', 'id: [', 1, 6, ''],
  ])('with %s is refused with the place', (_, yaml, line, column, path) => {
    const parsed = parseCalendar(yaml);
    expect(parsed.ok ? [] : parsed.errors.slice(0, 1)).toEqual([
      expect.objectContaining({ line, column, path, message: expect.stringMatching(/[\u4e00-\u9fff]/) }),
    ]);
  });

  it('with a gap between its years is refused', () => {
    const gap = file('2024-02-10') + '  2026: { status: provisional }\n';
    expect(parseCalendar(gap)).toMatchObject({
      ok: false,
      errors: [{ message: expect.stringContaining('2026') }],
    });
  });

  it('with working hours that overlap is refused', () => {
    const years = { '2024': { status: 'published' as const, off: [], worked: [] } };
    const build = (): unknown =>
      createCalendar({
        id: 'x',
        version: 1,
        years,
        hours: { morning: ['08:30', '12:00'], afternoon: ['11:00', '17:30'] },
      });
    expect(build).toThrow(expect.objectContaining({ code: 'InvalidCalendarData' }) as Error);
  });
});
