import { LoneObligation, moment } from '#testing';
import type { Actor, ObligationInput, Role } from '../index.js';

const ledger: Partial<ObligationInput> = {
  kind: 'ledger',
  duty: 'tenDayLedger',
  itemKind: 'action',
  itemId: 'A1',
  taskId: null,
  lineId: 'line',
  owedBy: ['taskForceOffice'],
  acceptedBy: ['headquartersOffice'],
};
const meeting: Partial<ObligationInput> = {
  ...ledger,
  kind: 'meeting',
  duty: 'dispatchMeeting',
  owedBy: ['taskForceConvener'],
  acceptedBy: [],
};
const part: Partial<ObligationInput> = {
  kind: 'part',
  duty: 'supportPart',
  itemId: 'asked',
  lineId: 'line',
  owedBy: ['supportUnitLiaison', 'liaison', 'leadUnitHead'],
  acceptedBy: ['liaison', 'leadUnitHead'],
  askedByUnitId: 'lead',
};
const request: Partial<ObligationInput> = {
  kind: 'requestedReport',
  duty: 'requestedReport',
  acceptedBy: [],
  request: { requestedBy: 'asker', requestedFor: 'supervisor', approvedBy: null, words: '汛情' },
};

const owed = (as: Partial<ObligationInput>): LoneObligation =>
  new LoneObligation('2024-04-22 12:00', undefined, as);
const opened = (as: Partial<ObligationInput>): LoneObligation => {
  const it = owed(as);
  it.at('2024-04-17 09:00', 'WINDOW_OPENED');
  return it;
};
const DONE = { recordId: 'r', filedBy: 'li' };
const filed = (as: Partial<ObligationInput>, on = '2024-04-22 10:00'): LoneObligation => {
  const it = opened(as);
  it.at(on, 'DUTY_FULFILLED', DONE);
  return it;
};
const person = (role: Role, scopeId: string): Actor => ({
  personId: 'p',
  unitId: null,
  roles: [
    {
      role,
      scopeKind: ['liaison', 'leadUnitHead', 'supportUnitLiaison'].includes(role)
        ? 'unit'
        : role === 'headquartersOffice'
          ? 'plan'
          : 'action',
      scopeId,
    },
  ],
});

describe('a duty', () => {
  it('tells its line that it is done, waits for its office, and counts as accepted after silence', () => {
    const it = opened(ledger);
    expect(it.at('2024-04-22 10:00', 'DUTY_FULFILLED', DONE)).toEqual([
      expect.objectContaining({ type: 'armDeadline', name: 'silentAcceptance' }),
      {
        type: 'forward',
        to: { kind: 'reportingLine', id: 'line' },
        event: { type: 'ITEM_FULFILLED', period: '2024-04 中旬', itemId: 'A1' },
      },
    ]);
    expect(it.armed).toEqual({ silentAcceptance: '2024-04-24 17:30' });
    it.until(moment('2024-04-24 18:00'));
    expect(it.state).toBe('accepted');
    expect(it.context.acceptedSilently).toBe(true);
  });

  it('that nobody has to accept stands at once', () => {
    const it = filed(meeting);
    expect(it.state).toBe('accepted');
    expect(it.armed).toEqual({});
  });

  it('filed after its due time is late, for ever', () => {
    expect(filed(ledger, '2024-04-22 12:01').context.late).toBe(true);
    expect(filed(ledger, '2024-04-22 12:00').context.late).toBe(false);
  });

  it('is no report on a task, and a report on a task is no duty', () => {
    expect(opened(ledger).allows('2024-04-22 10:00', 'REPORT_FILED', { progress: 1, noChange: false })).toBe(
      false,
    );
    expect(opened({}).allows('2024-04-18 10:00', 'DUTY_FULFILLED', DONE)).toBe(false);
  });

  it.each<[string, Partial<ObligationInput>, Role, string, boolean]>([
    ['the office of its action', ledger, 'taskForceOffice', 'plan/A1', true],
    ['the office of another action', ledger, 'taskForceOffice', 'plan/A2', false],
    ['who accepts it', ledger, 'headquartersOffice', 'plan', false],
    ['the convener, of a meeting', meeting, 'taskForceConvener', 'plan/A1', true],
    ['the office, of a meeting', meeting, 'taskForceOffice', 'plan/A1', false],
    ['the supporting unit, of a part', part, 'supportUnitLiaison', 'unit', true],
    ['a unit with one liaison for everything, of a part', part, 'liaison', 'unit', true],
    ['the unit that asked, of its part', part, 'liaison', 'lead', false],
  ])('is filed by who owes it: %s', (_, as, role, scopeId, may) => {
    const event = { type: 'DUTY_FULFILLED', at: moment('2024-04-22 10:00'), ...DONE };
    expect(opened(as).ask(event, person(role, scopeId)).ok).toBe(may);
  });

  it.each<[string, Partial<ObligationInput>, Role, string, boolean]>([
    ['headquarters, of a ledger', ledger, 'headquartersOffice', 'plan', true],
    ['the office itself, of its ledger', ledger, 'taskForceOffice', 'plan/A1', false],
    ['the unit that asked, of a part', part, 'liaison', 'lead', true],
    ['the unit that gave it, of a part', part, 'liaison', 'unit', false],
    ['another unit, of a part', part, 'leadUnitHead', 'other', false],
  ])('is accepted and returned by who judges it: %s', (_, as, role, scopeId, may) => {
    const at = moment('2024-04-22 11:00');
    const actor = person(role, scopeId);
    expect(filed(as).ask({ type: 'REPORT_ACCEPTED', at, silently: false }, actor).ok).toBe(may);
    expect(filed(as).ask({ type: 'REPORT_RETURNED', at, reason: '不全' }, actor).ok).toBe(may);
  });

  it('returned tells who owes it, and has its time to be filed again', () => {
    const it = filed(part);
    expect(it.at('2024-04-22 11:00', 'REPORT_RETURNED', { reason: '缺数据' })).toContainEqual(
      expect.objectContaining({ type: 'notify', message: 'dutyReturned', audience: part.owedBy }),
    );
    expect(it.armed).toEqual({ refile: '2024-04-23 17:30' });
    it.at('2024-04-23 09:00', 'DUTY_FULFILLED', DONE);
    expect(it.armed).toEqual({ silentAcceptance: '2024-04-25 17:30' });
    expect(it.context.revision).toBe(2);
  });
});

describe('what was returned and never filed again', () => {
  const returned = (): LoneObligation => {
    const it = filed(ledger);
    it.at('2024-04-22 11:00', 'REPORT_RETURNED', { reason: '缺数据' });
    return it;
  };

  it('is missed when the next period falls due, and no clock or alert of it goes on', () => {
    const it = returned();
    it.until(moment('2024-04-24 09:00'));
    expect([...it.alerts]).toEqual(['refile']);
    it.at('2024-04-30 17:30', 'NEXT_PERIOD_DUE');
    expect(it.state).toBe('missed');
    expect(it.armed).toEqual({});
    expect([...it.alerts]).toEqual([]);
  });

  it('where the next period had fallen due before the return: once the time to file again is over', () => {
    const it = filed(ledger);
    it.at('2024-04-23 09:00', 'NEXT_PERIOD_DUE');
    expect(it.state).toBe('submitted');
    it.at('2024-04-24 11:00', 'REPORT_RETURNED', { reason: '缺数据' });
    expect(it.state).toBe('returned');
    it.until(moment('2024-04-25 18:00'));
    expect(it.state).toBe('missed');
    expect(it.armed).toEqual({});
  });

  it('is excused when nothing is owed any more', () => {
    const it = returned();
    it.until(moment('2024-04-24 09:00'));
    it.at('2024-04-24 10:00', 'EXCUSED', { reason: '任务已销号', keepsFiled: true });
    expect(it.state).toBe('excused');
    expect(it.armed).toEqual({});
    expect([...it.alerts]).toEqual([]);
  });

  it('is excused at the return where nothing was owed any more by then; what is accepted stands', () => {
    const it = filed(ledger);
    it.at('2024-04-23 09:00', 'EXCUSED', { reason: '任务已销号', keepsFiled: true });
    expect(it.state).toBe('submitted');
    const other = filed(ledger);
    other.at('2024-04-23 09:00', 'EXCUSED', { reason: '任务已销号', keepsFiled: true });
    other.at('2024-04-23 10:00', 'REPORT_ACCEPTED', { silently: false });
    expect(other.state).toBe('accepted');
    it.at('2024-04-23 10:00', 'REPORT_RETURNED', { reason: '缺数据' });
    expect(it.state).toBe('excused');
    expect(it.context.excuse).toBe('任务已销号');
    expect(it.armed).toEqual({});
  });
});

describe('a report that is asked for once', () => {
  const asked = (at: string, facts: Record<string, unknown> = { approvedBy: null }): LoneObligation => {
    const it = owed(request);
    it.at(at, 'REPORT_REQUESTED', facts);
    return it;
  };

  it('has clocks of its own: reminded, chased, and missed when the time after it is over', () => {
    const it = asked('2024-04-19 10:00');
    expect(it.armed).toEqual({ 'request:due': '2024-04-22 12:00', 'request:reminder': '2024-04-22 10:00' });
    expect(it.until(moment('2024-04-24 18:00'))).toEqual([
      '2024-04-22 10:00 requestReminder',
      '2024-04-22 12:00 requestOverdue',
      '2024-04-24 17:30 requestMissed',
    ]);
    expect(it.state).toBe('missed');
    expect(it.armed).toEqual({});
  });

  it('filed stops them all, also after it was due', () => {
    const it = asked('2024-04-19 10:00');
    it.until(moment('2024-04-22 14:00'));
    it.at('2024-04-22 15:00', 'DUTY_FULFILLED', DONE);
    expect(it.state).toBe('accepted');
    expect(it.context.late).toBe(true);
    expect(it.armed).toEqual({});
  });

  it('with less than four working hours needs somebody else to answer for it', () => {
    const short = '2024-04-22 09:00'; // three hours before noon
    expect(owed(request).allows(short, 'REPORT_REQUESTED', { approvedBy: null })).toBe(false);
    expect(owed(request).allows(short, 'REPORT_REQUESTED', { approvedBy: 'asker' })).toBe(false);
    const it = asked(short, { approvedBy: 'head' });
    expect(it.context.request).toMatchObject({ requestedBy: 'asker', approvedBy: 'head' });
    expect(it.taken[0]?.event.payload).toMatchObject({ approvedBy: 'head', noticeHours: 3 });
  });

  it('hours of the night and of days off are no notice', () => {
    // Friday 17:00 to Monday noon: 0.5 and 3.5 hours.
    expect(owed(request).allows('2024-04-19 17:00', 'REPORT_REQUESTED', { approvedBy: null })).toBe(true);
    expect(owed(request).allows('2024-04-19 17:01', 'REPORT_REQUESTED', { approvedBy: null })).toBe(false);
  });

  it('is excused with its task', () => {
    const it = asked('2024-04-19 10:00');
    it.at('2024-04-19 16:00', 'EXCUSED', { reason: '任务已销号', keepsFiled: true });
    expect(it.state).toBe('excused');
    expect(it.armed).toEqual({});
  });
});
