import { dayOf, minuteOf } from '../../oracle/days.js';
import { drawPlot } from './draw-plot.js';
import { foretell } from './foretell.js';
import type { MatterPlot, Plot, UnitPlot, Wait } from './plot.js';
import { firstPeriod, sittingFrom } from './sittings.js';

const SILENT: UnitPlot = {
  unit: 'education',
  tasks: 2,
  liaison: true,
  signs: minuteOf('2024-09-24 09:15'),
  files: [],
  delays: [30, 30, 30],
  answers: null,
  appeals: [null, null],
};
const PLOT: Plot = {
  dispatched: minuteOf('2024-09-23 10:15'),
  until: minuteOf('2024-10-20 10:15'),
  units: [SILENT],
  outages: [],
  announcement: null,
};
const dueOf = (day: string): number => minuteOf(`${day} 17:30`);

/** Worked out by hand on the calendar of 2024: 29 September and 12 October were worked, 1 to 7 October were not. */
describe('the oracle of a month, on stories worked out by hand', () => {
  it('has a silent unit reminded, chased, and climbing over the National Day week', () => {
    expect(foretell(PLOT).rungs).toEqual([
      '2024-09-30 17:30 education line chase',
      '2024-10-08 17:30 education line blue',
      '2024-10-10 17:30 education line yellow',
      // Issued on the 10th after hours, and not answered on either of the two working days that follow.
      '2024-10-12 17:30 education line prompt',
      '2024-10-12 18:15 education line red',
      '2024-10-15 17:30 education line report',
      // Five working days after the red card, which the commander agreed to and the office issued at 19:15.
      '2024-10-18 19:15 education line interview',
    ]);
    expect(foretell(PLOT).told).toEqual(
      expect.arrayContaining([
        '2024-09-29 09:00 > 2024-09-29 09:00 liaison-education reminder education',
        '2024-09-30 14:00 > 2024-09-30 14:00 liaison-education reminder education',
        '2024-10-10 18:15 > 2024-10-11 08:00 head-education supervisionNotice education',
        // Saturday 12 October is a working day, and what comes after hours is told on Monday.
        '2024-10-12 18:15 > 2024-10-14 08:00 supervisor noticeToIssue education',
      ]),
    );
  });

  it('tells the head where there is no liaison, once', () => {
    const { told } = foretell({ ...PLOT, units: [{ ...SILENT, liaison: false }] });
    expect(told.filter((line) => line.includes(' chase '))).toEqual([
      '2024-09-30 17:30 > 2024-09-30 17:30 head-education chase education',
    ]);
  });

  it('ends with the report, and counts the second blue letter of a quarter as a yellow card at once', () => {
    const files = [
      { due: dueOf('2024-09-30'), at: minuteOf('2024-10-09 09:00') },
      // In October the letters of the 11th and the 21st are both of the last quarter.
      { due: dueOf('2024-10-10'), at: minuteOf('2024-10-12 09:00') },
    ];
    const { rungs, notices } = foretell({
      ...PLOT,
      until: minuteOf('2024-10-22 10:15'),
      units: [{ ...SILENT, files }],
    });
    expect(rungs).toEqual([
      '2024-09-30 17:30 education line chase',
      '2024-10-08 17:30 education line blue',
      '2024-10-10 17:30 education line chase',
      '2024-10-11 17:30 education line blue',
      '2024-10-11 17:30 education line yellow',
      '2024-10-18 17:30 education line chase',
      '2024-10-21 17:30 education line blue',
      '2024-10-21 17:30 education line yellow',
    ]);
    expect(notices.filter((line) => line.includes('yellow'))).toEqual([
      '2024-10-11 17:30 education line yellow issued 2024-10-11 18:15',
      '2024-10-21 17:30 education line yellow issued 2024-10-21 18:15',
    ]);
  });

  it('goes on after an outage from where the ladder stood, with its gaps kept, and says that it was', () => {
    const { rungs, outages } = foretell({
      ...PLOT,
      outages: [[minuteOf('2024-09-30 12:05'), minuteOf('2024-10-09 10:42')]],
    });
    expect(rungs.slice(0, 3)).toEqual([
      '2024-10-09 10:42 education line chase',
      '2024-10-10 10:42 education line blue',
      '2024-10-12 10:42 education line yellow',
    ]);
    expect(outages).toEqual(['2024-10-09 10:42']);
  });

  it('stops while an appeal is open, and falls back where it was right', () => {
    const appealed = (upheld: boolean): Plot => ({
      ...PLOT,
      units: [{ ...SILENT, appeals: [{ after: 60, takes: 1_440, upheld }, null] }],
    });
    // Appealed at 18:45, decided a day later: a working day and nothing of another were lost.
    expect(foretell(appealed(false)).rungs[2]).toBe('2024-10-11 17:30 education line yellow');
    const { notices, rungs } = foretell(appealed(true));
    expect(notices[0]).toBe('2024-10-08 17:30 education line blue issued 2024-10-08 17:30 rescinded');
    expect(rungs[2]).toBe('2024-10-10 17:30 education line chase');
  });

  it('asks what was not signed for', () => {
    const { rungs, told } = foretell({ ...PLOT, units: [{ ...SILENT, signs: null }] });
    expect(rungs.slice(0, 2)).toEqual([
      '2024-09-25 17:30 education task prompt',
      '2024-09-25 17:30 education task prompt',
    ]);
    expect(told).toContain('2024-09-27 17:30 > 2024-09-27 17:30 taskForceOffice reminderLetter education');
  });

  it('merges a period of two working days into the next, and skips a first one with too little left', () => {
    // 1 to 8 October 2025 were off: 9 and 10 are all that is left of the first ten days.
    expect(sittingFrom(dayOf('2025-10-01')).sitting.due).toBe(dueOf('2025-10-20'));
    expect(firstPeriod(dayOf('2024-09-27'))).toBe(dayOf('2024-09-21'));
    expect(firstPeriod(dayOf('2024-09-29'))).toBe(dayOf('2024-10-01'));
  });

  const waiting = (matter: Partial<MatterPlot>): Plot => ({
    ...PLOT,
    units: [
      {
        ...SILENT,
        unit: 'works',
        tasks: 1,
        matter: { deadline: dueOf('2024-10-09'), wait: null, suspension: null, ...matter },
      },
    ],
  });
  const ofTask = (plot: Plot): string[] => foretell(plot).rungs.filter((rung) => rung.includes(' task '));
  const WAIT: Wait = {
    at: minuteOf('2024-09-25 09:15'),
    awaited: { ...SILENT, unit: 'land', signs: null },
    reply: { after: 60, accepts: true },
    decision: null,
    comes: null,
  };

  it('has the deadline of who waits later by what the waiting took', () => {
    // From the 25th at 10:15 to the 27th at 9:15: a day and six working hours.
    expect(ofTask(waiting({ wait: { ...WAIT, comes: 2_880 } }))[0]).toBe(
      '2024-10-11 16:30 works task prompt',
    );
  });

  it('has the unit that is waited for climb, and not the lead', () => {
    expect(ofTask(waiting({ wait: WAIT })).slice(0, 3)).toEqual([
      '2024-10-08 17:30 works task prompt',
      '2024-10-10 17:30 works task blue',
      '2024-10-14 17:30 works task yellow',
    ]);
    expect(foretell(waiting({ wait: WAIT })).notices).toContain(
      '2024-10-10 17:30 land task blue issued 2024-10-10 17:30',
    );
  });

  it('has who supervises told that nobody answers', () => {
    expect(ofTask(waiting({ wait: { ...WAIT, reply: null } })).slice(0, 2)).toEqual([
      '2024-09-27 17:30 works task prompt',
      '2024-09-30 17:30 works task commander',
    ]);
  });

  it('asks nothing while a task is suspended, and stops its clock', () => {
    const suspension = { at: minuteOf('2024-09-26 10:15'), days: 4, resumes: null };
    const { rungs } = foretell(waiting({ suspension }));
    expect(rungs[0]).toBe('2024-10-10 17:30 works line chase');
    // Three working days and 5:15 hours later than the 9th at 17:30.
    expect(rungs.find((rung) => rung.includes(' task '))).toBe('2024-10-14 15:45 works task prompt');
  });

  it('moves what is due when days become off, and says so', () => {
    const off = [dayOf('2024-09-30')];
    const { rungs, told } = foretell({
      ...PLOT,
      announcement: { at: minuteOf('2024-09-25 09:15'), off, worked: [] },
    });
    expect(rungs.slice(0, 3)).toEqual([
      '2024-09-29 17:30 education line chase',
      '2024-10-08 17:30 education line blue',
      '2024-10-10 17:30 education line yellow',
    ]);
    expect(told).toContain('2024-09-25 09:15 > 2024-09-25 09:15 liaison-education calendarChanged education');
    expect(told).toContain('2024-09-27 09:00 > 2024-09-27 09:00 liaison-education reminder education');
  });

  it('draws the same story for the same seed, and others for others', () => {
    expect(drawPlot(7)).toEqual(drawPlot(7));
    expect(new Set(Array.from({ length: 20 }, (_, seed) => JSON.stringify(drawPlot(seed)))).size).toBe(20);
  });
});
