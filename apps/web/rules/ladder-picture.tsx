import type { LadderRungView, LadderView } from '#contract';
import type { CSSProperties, ReactNode } from 'react';
import { RungTag } from '../components/rung-tag.js';
import { laddersText, marks } from '../texts/zh.js';
import { namesOf } from './names-of.js';

/**
 * A ladder as stairs: each rung a step, higher the graver it is. It is a list in its order, so that who does not see the
 * picture has the same; the level is said by word and shape, and nothing rests on colour.
 */
export function LadderPicture({ ladder: { rungs } }: { ladder: LadderView }) {
  return (
    <ol className="stairs" style={{ '--steps': rungs.length } as CSSProperties} data-testid="stairs">
      {rungs.map((rung, index) => (
        <li key={rung.name} className="stair" style={{ '--step': index } as CSSProperties}>
          <Step rung={rung} n={index + 1} />
        </li>
      ))}
    </ol>
  );
}

function Step({ rung, n }: { rung: LadderRungView; n: number }) {
  const facts: [string, ReactNode][] = [
    [laddersText.to, namesOf(rung.to)],
    [laddersText.notice, noticeOf(rung)],
  ];
  if (rung.notice !== null) facts.push([laddersText.issue, issueOf(rung)]);
  if (rung.answerWithin !== null)
    facts.push([laddersText.answer, laddersText.answerWithin(rung.answerWithin.workingDays)]);
  if (rung.early !== null) {
    const { count, label, within } = rung.early;
    facts.push([laddersText.early, laddersText.earlyRule(count, label, within === 'year')]);
  }
  return (
    <div className="stair-card">
      <p className="stair-when">
        <span className="soft small">{laddersText.step(n)}</span> <b>{whenOf(rung)}</b>
      </p>
      <p className="stair-name">
        {rung.level === null ? (
          <b>{rung.label}</b>
        ) : (
          <RungTag rung={{ label: rung.label, colour: rung.level.id }} />
        )}
      </p>
      <dl className="stair-facts small">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function whenOf({ offset, afterPeriods, lagOver, lagAtMost }: LadderRungView): string {
  const when =
    afterPeriods === null
      ? laddersText.after(offset.workingDays, offset.at)
      : laddersText.afterPeriods(afterPeriods);
  const lag =
    lagOver !== null
      ? laddersText.lagOver(lagOver)
      : lagAtMost !== null
        ? laddersText.lagAtMost(lagAtMost)
        : '';
  return [when, lag].filter(Boolean).join(marks.comma);
}

function noticeOf({ notice, card }: LadderRungView): string {
  if (notice === null) return laddersText.noNotice;
  return card === null ? notice.label : `${notice.label}${marks.comma}${laddersText.card(card)}`;
}

function issueOf({ issuedBy }: LadderRungView): string {
  if (issuedBy === null) return laddersText.bySystem;
  const { label, within, agreedBy } = issuedBy;
  return laddersText.byPerson(label, within.workingDays, agreedBy?.label ?? null);
}
