import { LoneLine, LoneTask, moment, policyFrom, seedText, shippedCalendar } from '#testing';
import { standingUnder } from './adoption.js';

const rulesOf = (id: string) => ({
  policy: policyFrom(seedText(`policies/${id}.yaml`)),
  calendar: shippedCalendar(),
});
const [usual, slips] = [rulesOf('default'), rulesOf('three-colour-slips')];

function adopt(subject: LoneTask | LoneLine, on: string): void {
  const standing = standingUnder(subject.input.kind, subject.snapshot, subject.rules.policy);
  subject.rules = slips;
  const facts = { from: 3, policyVersion: 4, reason: '区政府会议纪要', standing };
  subject.send({ type: 'POLICY_ADOPTED', at: moment(on), ...facts });
}

function unsigned(): LoneTask {
  const task = new LoneTask({ rules: usual });
  task.at('2024-04-11 09:00', 'CONFIRMED');
  task.at('2024-04-12 10:00', 'DISPATCHED');
  return task;
}

describe('another version of the policy, put in force over what is running', () => {
  it('has a task stand where the level is that it had come to, and its clocks run from then', () => {
    const task = unsigned();
    task.until(moment('2024-04-19 09:00')); // blue since the 18th, yellow would come on the 23rd
    adopt(task, '2024-04-19 10:00');
    // blue to orange are three working days under the slips
    expect(task.armed).toMatchObject({ 'rung:1': '2024-04-24 10:00' });
    expect(task.context.climbs).toMatchObject([{ generation: 1, reached: 2 }]);
    task.until(moment('2024-04-24 18:00'));
    expect(task.context.climbs[0]?.awaitingIssue?.rung).toBe('orange');
  });

  it('lets a draft lapse that the new version has no rung for, and falls back below it', () => {
    const task = unsigned();
    task.until(moment('2024-04-24 09:00'));
    expect(task.context.climbs[0]?.awaitingIssue?.rung).toBe('yellow');
    adopt(task, '2024-04-24 10:00');
    expect(task.context.climbs).toMatchObject([{ awaitingIssue: null, reached: 2 }]);
    expect(task.effects).toContainEqual({ type: 'cancelNotice', generation: 1 });
    // Sunday the 28th was worked
    expect(task.armed).toMatchObject({ 'rung:1': '2024-04-28 10:00' });
  });

  it('makes a level that it does not know none', () => {
    const task = unsigned();
    task.until(moment('2024-04-24 09:00'));
    task.at('2024-04-24 10:00', 'NOTICE_ISSUED', { generation: 1, rung: 'yellow', noticeId: 'n' });
    expect((task.value as { supervision: unknown }).supervision).toBe('yellow');
    adopt(task, '2024-04-24 11:00');
    expect((task.value as { supervision: unknown }).supervision).toBe('blue');
    expect(task.context.cards.map(({ colour }) => colour)).toEqual(['blue', 'yellow']);
  });

  it('takes over a reporting line that waits for an issue, without a word that nobody could answer for', () => {
    const line = new LoneLine(usual).join('2024-04-12 10:00', 't1');
    line.until(moment('2024-04-25 09:00'));
    expect(line.ladder).toBe('awaitingIssue');
    adopt(line, '2024-04-25 10:00');
    expect(line.ladder).toBe('climbing');
    expect(line.armed).toMatchObject({ rung: '2024-04-29 10:00' });
    line.promptly('2024-05-10 18:00');
    expect(line.context.cards.map(({ colour }) => colour)).toEqual(['blue', 'orange', 'red']);
  });
});
