import { LoneLine, moment } from '#testing';

const aLine = (): LoneLine => new LoneLine().join('2024-04-12 10:00', 't1');

describe('a reporting line after an outage', () => {
  it('goes on from where it stood: the gaps between the rungs are kept', () => {
    const line = aLine();
    line.until(moment('2024-04-19 17:30')); // chased; down before the blue letter of Monday the 22nd
    expect(line.wakeAt(moment('2024-04-24 20:00'))).toEqual(['2024-04-24 20:00 reminderLetter']);
    expect(line.armed['rung']).toBe('2024-04-26 20:00'); // two working days after blue, not on the 24th
    expect(line.until(moment('2024-04-26 20:00')).slice(-1)).toEqual(['2024-04-26 20:00 noticeToIssue']);
  });

  it('chases once for what fell due meanwhile, and reminds nobody of what is over', () => {
    const line = aLine();
    line.until(moment('2024-04-17 12:00'));
    expect(line.wakeAt(moment('2024-04-26 09:00'))).toEqual(['2024-04-26 09:00 chase']);
    expect(line.armed['rung']).toBe('2024-04-28 09:00'); // one working day later: the Sunday was worked
    line.until(moment('2024-04-28 09:00'));
    expect(line.armed['rung']).toBe('2024-04-30 09:00');
  });

  it('counts two sittings that fell due meanwhile as one climb', () => {
    const line = aLine();
    line.until(moment('2024-04-17 12:00'));
    expect(line.wakeAt(moment('2024-05-07 09:00'))).toEqual(['2024-05-07 09:00 chase']);
    expect(line.context).toMatchObject({
      climbs: 1,
      climb: { generation: 1, owed: [{ period: '2024-04 中旬' }, { period: '2024-04 下旬' }] },
      current: { period: '2024-05 上旬', open: true },
    });
    expect(line.armed['rung']).toBe('2024-05-08 09:00');
  });

  it('counts the issuing office’s own deadline from when it was asked', () => {
    const line = aLine();
    line.until(moment('2024-04-22 17:30'));
    line.wakeAt(moment('2024-04-25 09:00'));
    expect(line.ladder).toBe('awaitingIssue');
    expect(line.armed['issue']).toBe('2024-04-26 09:00');
  });

  it('takes a sweep that comes a few minutes late for punctual', () => {
    const line = aLine();
    line.until(moment('2024-04-19 17:00'));
    line.wakeAt(moment('2024-04-19 17:38'));
    expect(line.taken.find(({ event }) => event.type === 'SITTING_DUE')?.event.at).toBe(
      moment('2024-04-19 17:30'),
    );
    expect(line.armed['rung']).toBe('2024-04-22 17:30');
  });

  it('accepts a package filed before the engine has noticed that it was due', () => {
    const line = aLine();
    line.until(moment('2024-04-19 12:00'));
    line.file('2024-04-19 18:00', '2024-04 中旬');
    expect(line.wakeAt(moment('2024-04-20 09:00'))).toEqual([]);
    expect(line.ladder).toBe('calm');
  });
});
