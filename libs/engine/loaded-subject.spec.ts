import type { Snapshot, SubjectKind } from '#accountability';
import { LoneLine, LoneObligation, LoneTask, moment, shippedRules } from '#testing';
import { columnsOf, type LoadedSubject } from './loaded-subject.js';

const loaded = (kind: SubjectKind, snapshot: Snapshot): LoadedSubject => ({
  kind,
  id: 'id',
  snapshot,
  version: 1,
  headHash: '',
  policyVersion: 1,
  planId: 'plan',
  scope: { jurisdictionId: '430811', planCode: 'p', actionCode: null, unitIds: [] },
  made: null,
  dirty: false,
});
const shown = (kind: SubjectKind, { snapshot }: { snapshot: Snapshot }) =>
  columnsOf(loaded(kind, snapshot), shippedRules().policy);

describe('what a row shows of a task', () => {
  it('is its state in one word, its schedule and its figures', () => {
    const task = new LoneTask();
    task.at('2024-04-11 09:00', 'CONFIRMED');
    task.at('2024-04-12 10:00', 'DISPATCHED');
    task.at('2024-04-15 09:00', 'SIGNED', { unitId: 'u1' });
    const progress = { unitId: 'u1', period: '2024-05 上旬', progress: 10, expected: 22.5 };
    task.at('2024-05-10 10:00', 'PROGRESS_REPORTED', progress);
    expect(shown('task', task)).toEqual({
      state: 'inProgress',
      columns: {
        schedule: 'behind',
        supervision: 'none',
        progress: 10,
        expected: 22.5,
        start_on: '2024-04-12',
        deadline_on: '2024-11-29',
        needs_assignment: false,
        last_reports: {},
      },
    });
  });

  it('is the gate at which its closure waits', () => {
    const task = new LoneTask();
    task.at('2024-04-11 09:00', 'CONFIRMED');
    task.at('2024-04-12 10:00', 'DISPATCHED');
    task.at('2024-04-15 09:00', 'SIGNED', { unitId: 'u1' });
    task.at('2024-05-13 10:00', 'CLOSURE_REQUESTED', { unitId: 'u1', statement: '' });
    expect(shown('task', task).state).toBe('closing.taskForceReview');
  });

  it('is that it needs a lead unit, where it has none', () => {
    expect(shown('task', new LoneTask({ leadUnitIds: [] })).columns).toMatchObject({
      needs_assignment: true,
      start_on: null,
    });
  });
});

describe('what a row shows of a report owed', () => {
  it('is its state alone', () => {
    expect(shown('obligation', new LoneObligation('2024-04-19 17:30'))).toEqual({
      state: 'scheduled',
      columns: {},
    });
  });
});

describe('what a row shows of a reporting line', () => {
  /** The state, the rung and the colour when the clocks have run until then. */
  function at(on: string, then: (line: LoneLine) => void = () => {}): unknown[] {
    const line = new LoneLine().join('2024-04-12 10:00', 't1');
    line.until(moment(on));
    then(line);
    const { state, columns } = shown('reportingLine', line);
    return [state, columns['rung'], columns['colour']];
  }

  it('is the rung that it has reached and the colour in force', () => {
    expect(at('2024-04-19 09:00')).toEqual(['calm', 0, null]);
    expect(at('2024-04-19 17:30')).toEqual(['climbing', 1, null]);
    expect(at('2024-04-22 17:30')).toEqual(['climbing', 2, 'blue']);
  });

  it('keeps the colour before while a notice waits to be issued, and takes its own once it is', () => {
    expect(at('2024-04-24 17:30')).toEqual(['awaitingIssue', 3, 'blue']);
    expect(at('2024-04-24 17:30', (line) => line.issue('2024-04-25 09:00', 'yellow'))).toEqual([
      'climbing',
      3,
      'yellow',
    ]);
  });

  it('is calm and without a colour once the cause is cured', () => {
    expect(at('2024-04-24 17:30', (line) => line.file('2024-04-25 09:00', '2024-04 中旬'))).toEqual([
      'calm',
      0,
      null,
    ]);
  });
});
