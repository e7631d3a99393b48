import type { AlertView } from '#contract';
import { formatFullInstant, formatInstant } from '../format/date.js';
import { alertsText, common } from '../texts/zh.js';

/** By when what must happen, and whose turn it is; what has run down says so, and not by its colour alone. */
export function AlertClock({ clock }: { clock: AlertView['clock'] }) {
  if (clock === null) return <span className="soft small alert-clock">{alertsText.noClock}</span>;
  const turn = clock.unit?.name ?? clock.officeLabel;
  return (
    <span className={clock.overdue ? 'small alert-clock late' : 'small alert-clock'}>
      <time dateTime={clock.at} title={formatFullInstant(clock.at)}>
        {clock.overdue
          ? `${formatInstant(clock.at)} ${common.overdue}`
          : alertsText.by(formatInstant(clock.at))}
      </time>
      {` · ${clock.label}`}
      {turn === null ? null : (
        <>
          {' · '}
          <span>{alertsText.turn(turn)}</span>
        </>
      )}
    </span>
  );
}
