import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { addDays, addMinutes, CalendarError, chineseDate, chineseDateTime, chineseWeekday } from './index.js';
import { civilDateOf, civilTimeOf, compareInstants, epochMsOf, instantFrom, instantOf } from './index.js';

const ms = fc.integer({ min: Date.UTC(1992, 0, 1), max: Date.UTC(2150, 0, 1) });

describe('civil time', () => {
  it('agrees with the time-zone data of Asia/Shanghai at any instant since 1992', () => {
    fc.assert(
      fc.property(ms, (epochMs) => {
        const zoned = Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO('Asia/Shanghai');
        const instant = instantFrom(epochMs);
        expect(civilDateOf(instant)).toBe(zoned.toPlainDate().toString());
        expect(civilTimeOf(instant)).toBe(zoned.toPlainTime().toString().slice(0, 5));
      }),
    );
  });

  it('adds days as the Gregorian calendar does', () => {
    fc.assert(
      fc.property(ms, fc.integer({ min: -10_000, max: 10_000 }), (epochMs, days) => {
        const date = civilDateOf(instantFrom(epochMs));
        expect(addDays(date, days)).toBe(Temporal.PlainDate.from(date).add({ days }).toString());
      }),
    );
  });

  it('comes back from a date and a time to the same date and time', () => {
    fc.assert(
      fc.property(ms, (epochMs) => {
        const instant = instantFrom(epochMs - (epochMs % 60_000));
        expect(instantOf(civilDateOf(instant), civilTimeOf(instant))).toBe(instant);
      }),
    );
  });

  it('keeps instants in the order of their strings', () => {
    expect(instantOf('2024-04-12', '17:30')).toBe('2024-04-12T09:30:00.000Z');
    expect(addMinutes('2024-04-12T23:59:00.000Z', 2)).toBe('2024-04-13T00:01:00.000Z');
    expect(['2024-10-01T00:00:00.000Z', '2024-09-30T23:59:59.999Z'].sort(compareInstants)).toEqual([
      '2024-09-30T23:59:59.999Z',
      '2024-10-01T00:00:00.000Z',
    ]);
  });

  it('belongs to the next civil day after 16:00 UTC', () => {
    expect(civilDateOf('2024-12-31T15:59:59.999Z')).toBe('2024-12-31');
    expect(civilDateOf('2024-12-31T16:00:00.000Z')).toBe('2025-01-01');
  });

  it.each([
    ['2023-02-29', () => addDays('2023-02-29', 0), 'InvalidCivilDate'],
    ['2024-4-12', () => addDays('2024-4-12', 0), 'InvalidCivilDate'],
    ['24:30', () => instantOf('2024-04-12', '24:30'), 'InvalidCivilTime'],
    ['an instant without milliseconds', () => civilDateOf('2024-04-12T09:30:00Z'), 'InvalidInstant'],
    ['an instant with an offset', () => civilDateOf('2024-04-12T09:30:00+08:00'), 'InvalidInstant'],
    ['a time of summer time', () => civilDateOf('1990-07-01T00:00:00.000Z'), 'InvalidInstant'],
  ])('refuses %s', (_, ask, code) => {
    expect(ask).toThrow(CalendarError);
    expect(ask).toThrow(expect.objectContaining({ code }) as Error);
  });

  it('writes dates as official documents do', () => {
    expect(chineseDate('2024-04-05')).toBe('2024年4月5日');
    expect(chineseDateTime('2024-05-20T09:30:00.000Z')).toBe('2024年5月20日17:30');
    expect(chineseWeekday('2024-04-12')).toBe('星期五');
  });
});

it('writes and reads instants exactly as the language does', () => {
  fc.assert(
    fc.property(ms, (epochMs) => {
      expect(instantFrom(epochMs)).toBe(new Date(epochMs).toISOString());
      expect(epochMsOf(instantFrom(epochMs))).toBe(epochMs);
    }),
  );
});
