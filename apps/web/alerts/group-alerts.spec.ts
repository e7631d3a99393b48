import type { AlertView, LevelView } from '#contract';
import { describe, expect, it } from '@jest/globals';
import { byClock, byUrgency, groupAlerts, mattersOf, type Matter } from './group-alerts.js';

const alert = (
  id: string,
  unit: string | null,
  level: AlertView['level'],
  raisedAt: string,
  due?: string,
): Matter => ({
  id,
  kind: 'rung',
  kindLabel: '逾期未报',
  level,
  levelLabel: level,
  unit: unit === null ? null : { id: unit, name: unit },
  planId: null,
  subjectKind: null,
  subjectId: null,
  noticeId: null,
  title: id,
  detail: '',
  state: 'open',
  raisedAt,
  clock:
    due === undefined
      ? null
      : { name: 'rung', label: '督办升级', at: due, overdue: false, unit: null, officeLabel: null },
  settledAt: null,
  beside: [],
});

const levels = ['blue', 'yellow', 'red'].map((id, index): LevelView => {
  return { id, label: id, colour: '#000000', rank: index + 1, meaning: '' };
});

describe('alerts on the desk of the supervision office', () => {
  it('stand in one list by urgency: the most serious first, of these what has waited longest', () => {
    const alerts = [
      alert('1', '区民政局', 'blue', '2024-05-06'),
      alert('2', '区教育局', 'yellow', '2024-05-08'),
      alert('3', '区民政局', 'yellow', '2024-05-07'),
      alert('4', null, 'info', '2024-05-01'),
    ];
    expect(byUrgency(alerts, levels).map(({ id }) => id)).toEqual(['3', '2', '1', '4']);
  });

  it('of one level stand with what is to be decided in front: an issued card no longer hides the draft that waits', () => {
    const waiting = { ...alert('2', '区林业局', 'yellow', '2024-05-08'), kind: 'issue' };
    const appealed = { ...alert('3', '区邮政公司', 'blue', '2024-05-09'), kind: 'appeal:1' };
    const alerts = [
      alert('1', '区邮政公司', 'yellow', '2024-05-07'),
      waiting,
      appealed,
      alert('4', '区林业局', 'blue', '2024-05-06'),
    ];
    expect(byUrgency(alerts, levels).map(({ id }) => id)).toEqual(['2', '1', '3', '4']);
    expect(groupAlerts(alerts, levels).map(({ unit }) => unit)).toEqual(['区林业局', '区邮政公司']);
  });

  it('of one level stand by their clocks, what has none last; by clock alone the level matters only at the same moment', () => {
    const alerts = [
      alert('1', '区民政局', 'blue', '2024-05-06', '2024-05-10T09:30'),
      alert('2', '区教育局', 'yellow', '2024-05-05'),
      alert('3', '区林业局', 'yellow', '2024-05-08', '2024-05-10T09:30'),
      alert('4', '区民政局', 'yellow', '2024-05-09', '2024-05-09T09:30'),
    ];
    expect(byUrgency(alerts, levels).map(({ id }) => id)).toEqual(['4', '3', '2', '1']);
    expect(byClock(alerts, levels).map(({ id }) => id)).toEqual(['4', '3', '1', '2']);
    expect(groupAlerts(alerts, levels).map(({ unit }) => unit)).toEqual(['区民政局', '区林业局', '区教育局']);
  });

  it('of one draft that waits are one row, which says what it was drafted for; an appeal against it has its own', () => {
    const of = (id: string, kind: string, noticeId: string | null): AlertView => {
      const { beside: _, ...one } = alert(id, '区林业局', 'yellow', '2024-05-08');
      return { ...one, kind, noticeId };
    };
    const rows = mattersOf([
      of('1', 'rung', 'draft'),
      of('2', 'issue', 'draft'),
      of('3', 'matter', 'draft'),
      of('4', 'appeal', 'draft'),
      of('5', 'rung', 'issued'),
      of('6', 'issue', 'draft'),
      of('7', 'rung', null),
    ]);
    expect(rows.map(({ id, beside }) => [id, beside.map((one) => one.id)])).toEqual([
      ['2', ['1', '3', '6']],
      ['4', []],
      ['5', []],
      ['7', []],
    ]);
  });

  it('stand under their unit, the most serious unit first, the oldest of a level first', () => {
    const groups = groupAlerts(
      [
        alert('1', '区民政局', 'blue', '2024-05-06'),
        alert('2', '区教育局', 'yellow', '2024-05-08'),
        alert('3', '区教育局', 'red', '2024-05-10'),
        alert('4', '区教育局', 'yellow', '2024-05-07'),
        alert('5', null, 'info', '2024-05-01'),
      ],
      levels,
    );
    expect(groups.map(({ unit, matters }) => [unit, matters.map(({ id }) => id)])).toEqual([
      ['区教育局', ['3', '4', '2']],
      ['区民政局', ['1']],
      [null, ['5']],
    ]);
  });
});
