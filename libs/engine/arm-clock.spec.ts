import { describe, expect, it } from '@jest/globals';
import type { Effect } from '#accountability';
import { shippedCalendar } from '#testing';
import { armClock, clockRefusal, DeadlineNotSettable } from './arm-clock.js';

type ArmDeadline = Extract<Effect, { type: 'armDeadline' }>;

const calendar = shippedCalendar();
const clock = (more: Partial<ArmDeadline>): ArmDeadline => ({
  type: 'armDeadline',
  name: 'sign',
  budget: { kind: 'workingDays', from: '2024-04-12T01:00:00.000Z', days: 2 },
  detail: { event: 'SIGNING_OVERDUE' },
  ...more,
});

function refusalOf(effect: ArmDeadline) {
  try {
    armClock(effect, 'task', calendar);
  } catch (error) {
    return { error, refusal: clockRefusal(error) };
  }
  throw new Error('was armed');
}

describe('a clock', () => {
  it('is armed for the instant that its calendar reckons', () => {
    expect(armClock(clock({}), 'task', calendar)).toEqual({
      name: 'sign',
      budget: { kind: 'workingDays', from: '2024-04-12T01:00:00.000Z', days: 2 },
      suspensions: [],
      detail: { event: 'SIGNING_OVERDUE' },
      projectedAt: '2024-04-16T01:00:00.000Z',
      calendarVersion: calendar.version,
    });
  });

  it('in a year that the calendar does not know is refused, with the year', () => {
    const { refusal } = refusalOf(
      clock({ budget: { kind: 'workingDays', from: '2031-04-11T01:00:00.000Z', days: 2 } }),
    );
    expect(refusal).toMatchObject({
      code: 'DeadlineNotSettable',
      detail: { reason: 'UnknownYear', year: 2031 },
    });
    expect(refusal?.message).toContain('2031');
  });

  it('that would become an event which its subject has never heard of is refused', () => {
    const { error, refusal } = refusalOf(clock({ detail: { event: 'SIGNING_OVERDEU' } }));
    expect(error).toBeInstanceOf(DeadlineNotSettable);
    expect(refusal).toMatchObject({ code: 'DeadlineNotSettable' });
    expect(refusal?.message).toContain('SIGNING_OVERDEU');
  });

  it('whose facts would overwrite what the event itself says is refused', () => {
    const { refusal } = refusalOf(clock({ detail: { event: 'SIGNING_OVERDUE', at: 'yesterday' } }));
    expect(refusal?.message).toContain('保留名称 at');
  });

  it('is not blamed for other errors', () => {
    expect(clockRefusal(new Error('disk full'))).toBeNull();
  });
});
