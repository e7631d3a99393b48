import type { CalendarPreview } from '#contract';
import { Tag } from 'antd';
import { formatInstant } from '../../format/date.js';
import { arrangeText, common, marks } from '../../texts/zh.js';

type Sitting = CalendarPreview['sittings'][number];
type Clock = CalendarPreview['clocks'][number];
type Fate = Sitting['fate'] | Clock['fate'];

const COLOURS: Partial<Record<Fate, string>> = {
  earlier: 'gold',
  overdue: 'red',
  aheadAgain: 'green',
  kept: 'blue',
};
const sum = (counts: Readonly<Record<string, number>>, without: readonly string[]): number =>
  Object.entries(counts).reduce((all, [fate, n]) => (without.includes(fate) ? all : all + n), 0);

/** What an announcement would move, in words first, then one by one. */
export function Effects({ preview }: { preview: CalendarPreview }) {
  const { at, counts, years, sittings, clocks } = preview;
  const { consequences } = arrangeText;
  const moved = sum(counts.sittings, ['kept', 'window']);
  const movedClocks = sum(counts.clocks, ['kept', 'ends', 'begins']);
  const kept = counts.sittings.kept + counts.clocks.kept;
  const nothing = sum(counts.sittings, []) + sum(counts.clocks, []) === 0;
  const said = [
    kept === 0 ? '' : consequences.kept(kept),
    counts.sittings.aheadAgain === 0 ? '' : consequences.aheadAgain(counts.sittings.aheadAgain),
    counts.sittings.overdue === 0 ? '' : consequences.overdue(counts.sittings.overdue),
    counts.clocks.ends === 0 ? '' : consequences.ends(counts.clocks.ends),
  ].filter(Boolean);
  return (
    <div className="effects" data-testid="effects" role="status">
      <p>
        <b>
          {nothing
            ? arrangeText.noEffects
            : arrangeText.summary(moved, counts.obligations, movedClocks, counts.tasks, counts.units)}
        </b>
      </p>
      <ul className="effects-said">
        {years.map(({ year, before, after }) => (
          <li key={year}>
            {before === null
              ? arrangeText.newYear(year, after.workingDays)
              : arrangeText.workingDays(year, before.workingDays, after.workingDays)}
          </li>
        ))}
        {said.map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
      <p className="soft small">{arrangeText.reckonedAt(formatInstant(at))}</p>
      <Rows
        title={arrangeText.sittings(sum(counts.sittings, []))}
        all={sum(counts.sittings, [])}
        rows={sittings.map(rowOfSitting)}
        testId="moved-sittings"
      />
      <Rows
        title={arrangeText.clocks}
        note={arrangeText.clocksNote}
        all={counts.listedClocks}
        rows={clocks.map(rowOfClock)}
        testId="moved-clocks"
      />
    </div>
  );
}

interface Row {
  what: string;
  who: string;
  from: string;
  to: string;
  fate: Fate;
  wouldBe: string | null;
}

const rowOfSitting = ({ unit, label, periodLabel, owed, before, after, wouldBe, fate }: Sitting): Row => ({
  what: `${periodLabel} ${label}`,
  who: `${unit.name}${marks.list}${arrangeText.owed(owed)}`,
  from: formatInstant(before),
  to: formatInstant(after),
  ...{ fate, wouldBe },
});

const rowOfClock = ({ label, task, units, before, after, wouldBe, fate }: Clock): Row => ({
  what: task === null ? label : `${label}${marks.colon}${task.title}`,
  who: common.joinUnits(units.map(({ name }) => name)),
  from: before === null ? arrangeText.none : formatInstant(before),
  to: after === null ? arrangeText.none : formatInstant(after),
  ...{ fate, wouldBe },
});

interface RowsProps {
  title: string;
  note?: string;
  all: number;
  rows: readonly Row[];
  testId: string;
}

function Rows({ title, note, all, rows, testId }: RowsProps) {
  if (rows.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      {note === undefined ? null : <p className="soft small">{note}</p>}
      {rows.length < all ? <p className="soft small">{arrangeText.shownOf(rows.length, all)}</p> : null}
      <ul className="effects-rows" data-testid={testId}>
        {rows.map(({ what, who, from, to, fate, wouldBe }, index) => (
          <li key={index}>
            <span className="effects-what">
              {what}
              {who === '' ? null : <span className="soft small"> {who}</span>}
            </span>
            <span className="number">
              {from === to ? from : `${from} → ${to}`}
              {wouldBe === null ? null : (
                <span className="soft small"> {arrangeText.wouldBe(formatInstant(wouldBe))}</span>
              )}
            </span>
            <Tag color={COLOURS[fate] ?? 'default'}>{arrangeText.fates[fate]}</Tag>
          </li>
        ))}
      </ul>
    </section>
  );
}
