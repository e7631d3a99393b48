import { ENGINE_ACTOR } from '#accountability';
import { createCalendar, parseCalendar, type WorkingCalendar } from '#calendar';
import { LoneLine, moment, seedText, shippedRules } from '#testing';

/** The shipped calendar as a later version, with some more days of 2024 off. */
function calendarWith(off: string[], versionsLater = 1): WorkingCalendar {
  const read = parseCalendar(seedText('calendars/cn-state-council.yaml'));
  if (!read.ok) throw new Error(JSON.stringify(read.errors));
  const { data } = read;
  data.years['2024']?.off.push(...off);
  return createCalendar({ ...data, version: data.version + versionsLater });
}

const lineUnder = (calendar: WorkingCalendar): LoneLine => new LoneLine({ ...shippedRules(), calendar });

function change(line: LoneLine, at: string, calendar: WorkingCalendar): string[] {
  line.rules = { ...line.rules, calendar };
  const { version: calendarVersion } = calendar;
  const event = { type: 'CALENDAR_CHANGED', calendarVersion, reason: '临时调整放假', at: moment(at) };
  // As from the engine: an event that changes nothing is dropped.
  return line.ask(event, ENGINE_ACTOR).ok ? line.send(event).map(({ type }) => type) : [];
}

describe('a calendar that changes under a reporting line', () => {
  it('moves the sitting ahead, with its window, its reminders and what is owed, and tells the unit', () => {
    const line = lineUnder(calendarWith([])).join('2024-05-11 09:00', 'A1-01');
    expect(line.context.current).toMatchObject({ period: '2024-05 中旬', dueAt: moment('2024-05-20 17:30') });
    const effects = change(line, '2024-05-13 10:00', calendarWith(['2024-05-20'], 2));
    expect(line.context.current?.dueAt).toBe(moment('2024-05-17 17:30'));
    expect(effects).toEqual(expect.arrayContaining(['moveSitting', 'forward', 'notify']));
    expect(line.armed).toMatchObject({
      'sitting:opens': '2024-05-14 09:00',
      'sitting:reminder:dayBefore': '2024-05-16 09:00',
      'sitting:due': '2024-05-17 17:30',
    });
  });

  it('never puts a due time behind us: the unit keeps the time it had', () => {
    const line = lineUnder(calendarWith([])).join('2024-05-11 09:00', 'A1-01');
    line.until(moment('2024-05-20 09:30'));
    expect(change(line, '2024-05-20 10:00', calendarWith(['2024-05-20'], 2))).toEqual([]);
    expect(line.armed['sitting:due']).toBe('2024-05-20 17:30');
  });

  it('is passed over where it moves nothing', () => {
    const line = lineUnder(calendarWith([])).join('2024-05-11 09:00', 'A1-01');
    expect(change(line, '2024-05-13 10:00', calendarWith(['2024-12-30'], 2))).toEqual([]);
  });

  describe('when it puts a due time that was missed ahead of now', () => {
    const overdue = (): LoneLine => {
      const line = lineUnder(calendarWith(['2024-05-20'])).join('2024-05-11 09:00', 'A1-01');
      line.until(moment('2024-05-17 17:30'));
      expect(line.ladder).toBe('climbing');
      return line;
    };

    it('stops the climb: nobody is escalated for a deadline that the change moved', () => {
      const line = overdue();
      change(line, '2024-05-17 18:00', calendarWith([], 2));
      expect(line.ladder).toBe('calm');
      expect(line.armed).toMatchObject({ dueAgain: '2024-05-20 17:30' });
      expect(line.armed).not.toHaveProperty('rung');
    });

    it('begins a new climb once the new due time has passed unfiled', () => {
      const line = overdue();
      change(line, '2024-05-17 18:00', calendarWith([], 2));
      line.until(moment('2024-05-20 17:30'));
      expect(line.ladder).toBe('climbing');
      expect(line.context.climb).toMatchObject({ generation: 2, causeDueAt: moment('2024-05-20 17:30') });
    });

    it('is content with a filing before the new due time', () => {
      const line = overdue();
      change(line, '2024-05-17 18:00', calendarWith([], 2));
      line.file('2024-05-20 11:00', '2024-05 中旬');
      line.until(moment('2024-05-22 17:30'));
      expect(line.ladder).toBe('calm');
      expect(line.armed).not.toHaveProperty('dueAgain');
    });
  });

  it('counts the rungs of a climb from where its cause stands now, and takes back none that was reached', () => {
    const line = lineUnder(calendarWith(['2024-05-20'])).join('2024-05-11 09:00', 'A1-01');
    line.until(moment('2024-05-21 17:30')); // the letter came two working days after Friday the 17th, the 20th being off
    const reached = line.context.climb?.reached;
    change(line, '2024-05-21 18:00', calendarWith([], 2));
    expect(line.ladder).toBe('climbing');
    expect(line.context.climb).toMatchObject({ reached, causeDueAt: moment('2024-05-20 17:30') });
    expect(line.armed['rung']).toBe('2024-05-23 17:30'); // the yellow card: three working days after Monday the 20th
  });
});
