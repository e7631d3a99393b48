import type { ArmedDeadline, ClockLimit, ClockSegment } from '#contract';
import { formatInstant } from '../format/date.js';
import { clockText, taskText } from '../texts/zh.js';

function limitWords({ kind, amount, at }: ClockLimit): string {
  if (kind === 'date' || amount === null) return clockText.date(at ?? '');
  if (kind === 'workingHours') return clockText.hours(amount);
  return clockText.days(amount, at);
}

/** How much of its time a clock has used, by what rule, and, where it has ever stood still, stretch by stretch. */
export function ClockLife({ clock }: { clock: ArmedDeadline }) {
  const { segments, workingDays, limit, rule, projectedAt } = clock;
  const words = [
    workingDays === null
      ? null
      : workingDays.inAll === null
        ? clockText.used(workingDays.used)
        : clockText.usedOf(workingDays.used, workingDays.inAll),
    limit === null ? clockText.latestOf : limitWords(limit),
    clockText.rule(rule.label, taskText.ruleVersion(rule.version)),
  ].filter((part) => part !== null);
  const everStill = segments.some(({ kind }) => kind === 'suspended');
  return (
    <div className="armed-life soft small">
      {workingDays?.inAll ? <Used used={workingDays.used} inAll={workingDays.inAll} /> : null}
      <p>{words.join(' · ')}</p>
      {everStill ? (
        <ol className="segments" data-testid="segments">
          {segments.map((segment, index) => (
            <Segment
              key={segment.from + segment.kind}
              segment={segment}
              isLast={index === segments.length - 1 && projectedAt !== null}
            />
          ))}
        </ol>
      ) : null}
    </div>
  );
}

/** The same as the words beside it say. */
const Used = ({ used, inAll }: { used: number; inAll: number }) => (
  <span className="clock-used" aria-hidden="true">
    <i style={{ inlineSize: `${Math.min(100, (used / inAll) * 100)}%` }} />
  </span>
);

/** `isLast`: it ends where the clock does, which is projected and not lived through. */
function Segment({
  segment: { kind, from, to, workingDays, reason },
  isLast,
}: {
  segment: ClockSegment;
  isLast: boolean;
}) {
  const end = to === null ? taskText.lasting : formatInstant(to);
  const stretch = [
    ...(reason === undefined ? [] : [reason]),
    `${formatInstant(from)} — ${end}${isLast ? clockText.projected : ''}`,
    ...(to === null ? [] : [taskText.workingDays(workingDays)]),
  ];
  return (
    <li className={`segment-${kind}`}>
      <b>{kind === 'running' ? taskText.running : taskText.still}</b> {stretch.join(' · ')}
    </li>
  );
}
