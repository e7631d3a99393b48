import { messageRules } from './messages.schema.js';
import { CLASS_OF_KIND, classOfMessage, MESSAGE_CLASSES } from './message-class.js';

describe('the rules of messages', () => {
  it('of a policy that says nothing of them are: notices and escalations always, six an hour, all ways at once', () => {
    expect(messageRules.parse({})).toMatchObject({
      demanded: ['notices', 'escalations'],
      throttle: { letters: 6, withinMinutes: 60 },
      inOrder: false,
      unreachedAfter: { workingDays: 2, at: '17:30' },
      calls: { inVainAtMost: 3 },
    });
  });

  it.each([
    [{ demanded: ['notices', 'notices'] }],
    [{ demanded: ['gossip'] }],
    [{ throttle: { letters: 0, withinMinutes: 60 } }],
    [{ channels: ['mail', 'mail'] }],
    [{ calls: { by: [], inVainAtMost: 3, upTo: ['commander'] } }],
    [{ calls: { by: ['liaison'], inVainAtMost: 3, upTo: ['commander'] } }],
    [{ unreachedAfter: { workingDays: -1 } }],
  ])('refuse %j', (rules) => {
    expect(messageRules.safeParse(rules).success).toBe(false);
  });
});

describe('the class of a message', () => {
  it('is that of its kind, up to a colon', () => {
    expect(classOfMessage('reminder', null)).toBe('reminders');
    expect(classOfMessage('draw:committed', null)).toBe('verification');
  });
  it('is a notice’s where it carries one', () => {
    expect(classOfMessage('chase', 'an id')).toBe('notices');
  });
  it('is one that policy demands where nobody has thought of the kind', () => {
    expect(classOfMessage('somethingNew', null)).toBe('escalations');
  });
  it('is one of each kind, and every class has some', () => {
    expect(new Set(Object.values(CLASS_OF_KIND))).toEqual(new Set(MESSAGE_CLASSES));
  });
});
