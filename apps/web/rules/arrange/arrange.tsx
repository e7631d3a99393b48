import type { CalendarYearView } from '#contract';
import { useMutation } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { useId, useState } from 'react';
import { isConflict } from '../../api/api-problem.js';
import { Panel } from '../../components/panel.js';
import { ProblemNote } from '../../components/problem-note.js';
import { formatDay } from '../../format/date.js';
import { arrangeText, calendarText, common } from '../../texts/zh.js';
import {
  arrangedYears,
  changedYears,
  differences,
  heldYear,
  withNotice,
  yearOf,
  type HeldYear,
  type Wanted,
} from './arranged.js';
import { useAnnouncing } from '../use-announcing.js';
import { ArrangedMonths } from './arranged-months.js';
import { Effects } from './effects.js';
import { NoticeDialog } from './notice-dialog.js';
import type { ReadNotice } from './read-notice.js';
import type { Arranging, UseArranging } from './use-arranging.js';
import './arrange.css';

interface ArrangeProps {
  found: CalendarYearView;
  arranging: Arranging;
  act: UseArranging;
}

/** The calendar while it is being changed: days marked, what differs, what that would move, and the announcement. */
export function Arrange({ found, arranging, act }: ArrangeProps) {
  const { added } = arranging;
  const [pasting, setPasting] = useState(false);
  const shown = shownYear(found, arranging);
  const keep = (wanted: Wanted): void =>
    act.change({ wanted, held: { ...arranging.held, [shown.year]: shown } });
  const applied = async (notice: ReadNotice, whole: boolean): Promise<string | null> => {
    const wantedYears = [...new Set([...notice.off, ...notice.worked].map(yearOf))];
    const years = await act.years(wantedYears, found);
    const missing = wantedYears.filter((year) => !years.some((one) => one.year === year));
    if (missing.length > 0) return arrangeText.notHeld(common.joinUnits(missing.map(String)));
    let { wanted } = arranging;
    for (const year of years) wanted = withNotice(year, wanted, notice, whole && year.year === shown.year);
    const held = Object.fromEntries([...years, shown].map((year) => [year.year, year]));
    act.change({ wanted, held: { ...arranging.held, ...held } });
    return null;
  };
  return (
    <div data-testid="arrange">
      <Panel
        title={arrangeText.mark}
        note={arrangeText.markHint}
        actions={
          <>
            <Button onClick={() => setPasting(true)} data-testid="paste-notice">
              {arrangeText.paste}
            </Button>
            <Status shown={shown} wanted={arranging.wanted} onChange={keep} />
          </>
        }
      >
        <ArrangedMonths
          key={added ?? found.year}
          held={shown}
          wanted={arranging.wanted}
          today={found.today}
          onChange={keep}
        />
      </Panel>
      <Announcing found={found} arranging={arranging} act={act} />
      {pasting ? (
        <NoticeDialog
          year={shown.year}
          whole={shown.status === 'provisional'}
          onApply={applied}
          onClose={() => setPasting(false)}
        />
      ) : null}
    </div>
  );
}

const shownYear = (found: CalendarYearView, { added, held }: Arranging): HeldYear =>
  (added === null ? undefined : held[added]) ?? held[found.year] ?? heldYear(found);

interface StatusProps {
  shown: HeldYear;
  wanted: Wanted;
  onChange: (wanted: Wanted) => void;
}

function Status({ shown: { year, status }, wanted, onChange }: StatusProps) {
  const { statuses } = arrangeText;
  return (
    <Select
      aria-label={arrangeText.status}
      data-testid="arrange-status"
      value={wanted.statuses[year] ?? status}
      options={(['published', 'provisional'] as const).map((value) => ({ value, label: statuses[value] }))}
      onChange={(value) => onChange({ ...wanted, statuses: { ...wanted.statuses, [year]: value } })}
    />
  );
}

/** What differs, what it rests on, what it would move; and then the same put in force. */
function Announcing({ found, arranging, act }: ArrangeProps) {
  const { version, held, wanted } = arranging;
  const [reason, setReason] = useState('');
  const id = useId();
  const years = Object.values(held);
  const days = differences(years, wanted);
  const asked = arrangedYears(years, wanted, reason);
  const { tried, done } = useAnnouncing(version, { onAnnounced: act.end });
  // What was shown holds for the days that it was asked about, and for nothing that is marked since.
  const mark = JSON.stringify([version, arrangedYears(years, wanted, '')]);
  const [previewed, setPreviewed] = useState('');
  const problem = done.error ?? (previewed === mark ? tried.error : null);
  const preview = previewed === mark && !isConflict(problem) ? (tried.data?.preview ?? null) : null;
  const again = useMutation({
    mutationFn: act.again,
    onSuccess: () => {
      tried.reset();
      done.reset();
    },
  });
  return (
    <>
      <Panel title={arrangeText.differences(days.length)} testId="arrange-differences">
        {asked.length === 0 ? <p>{arrangeText.nothing}</p> : null}
        <Differences days={days} years={years} wanted={wanted} act={act} />
        <Past count={days.filter(({ on }) => on < found.today).length} />
        <label htmlFor={id} className="arrange-label">
          {arrangeText.reason}
        </label>
        <Input
          id={id}
          value={reason}
          maxLength={400}
          placeholder={arrangeText.reasonPlaceholder}
          onChange={({ target }) => setReason(target.value)}
          data-testid="arrange-reason"
        />
        <p className="soft small">{arrangeText.reasonHint}</p>
        <div className="arrange-foot">
          <Button
            type={preview === null ? 'primary' : 'default'}
            disabled={asked.length === 0 || again.isPending}
            loading={tried.isPending}
            onClick={() => {
              setPreviewed(mark);
              done.reset();
              tried.mutate({ dryRun: true, reason, years: asked });
            }}
            data-testid="arrange-preview"
          >
            {arrangeText.preview}
          </Button>
          <Button onClick={() => act.end()} data-testid="arrange-leave">
            {arrangeText.leave}
          </Button>
        </div>
        <ProblemNote problem={again.error ?? problem} />
        {isConflict(problem) ? (
          <Button loading={again.isPending} onClick={() => again.mutate()} data-testid="arrange-again">
            {arrangeText.conflict}
          </Button>
        ) : null}
      </Panel>
      {preview === null ? null : (
        <Panel title={arrangeText.effects} testId="arrange-effects">
          <Effects preview={preview} />
          <div className="arrange-foot">
            <Button
              type="primary"
              disabled={reason.trim() === ''}
              loading={done.isPending}
              onClick={() => done.mutate({ dryRun: false, reason, years: asked })}
              data-testid="arrange-announce"
            >
              {arrangeText.announce(version + 1)}
            </Button>
            <span className="soft small">
              {reason.trim() === '' ? arrangeText.reasonMissing : arrangeText.announceHint}
            </span>
          </div>
        </Panel>
      )}
    </>
  );
}

const Past = ({ count }: { count: number }) => (count === 0 ? null : <p>{arrangeText.past(count)}</p>);

interface DifferencesProps {
  days: ReturnType<typeof differences>;
  years: readonly HeldYear[];
  wanted: Wanted;
  act: UseArranging;
}

/** Each day that differs, with the way back. */
function Differences({ days, years, wanted, act }: DifferencesProps) {
  const { kinds } = calendarText;
  const statuses = changedYears(years, wanted).flatMap(({ year, status }) => {
    const next = wanted.statuses[year] ?? status;
    return next === status ? [] : [{ year, next }];
  });
  const takeBack = (on: string): void => {
    const { [on]: _, ...others } = wanted.days;
    act.change({ wanted: { ...wanted, days: others } });
  };
  return (
    <ul className="arrange-days" data-testid="arrange-days">
      {statuses.map(({ year, next }) => (
        <li key={year}>{arrangeText.statusChange(year, arrangeText.statuses[next])}</li>
      ))}
      {days.map(({ on, before, after }) => (
        <li key={on}>
          <span>{arrangeText.change(formatDay(on), kinds[before], kinds[after])}</span>
          <Button
            type="text"
            size="small"
            aria-label={arrangeText.undo(formatDay(on))}
            onClick={() => takeBack(on)}
          >
            ×
          </Button>
        </li>
      ))}
    </ul>
  );
}
