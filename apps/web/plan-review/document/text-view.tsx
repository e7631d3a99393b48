import type { ReadingSpan } from '#contract';
import { useMemo } from 'react';
import { useDesk } from '../desk.js';
import type { CodePoints } from './code-points.js';
import { lineAt, linesOf, type Line } from './lines.js';
import { passagesOf, rangeOf, toneOf, type Range } from './passages.js';
import { nothing, TextLine } from './text-line.js';

/** Lines are laid out in groups when they come into view, so that a long document opens at once. */
const GROUP = 40;

const touching = (ranges: readonly Range[], { start, end }: Line): readonly Range[] => {
  const found = ranges.filter((range) => range.start < end && range.end > start);
  return found.length === 0 ? nothing() : found;
};

const rangesOf = (spans: readonly ReadingSpan[], points: CodePoints): Range[] =>
  spans.flatMap((span) => rangeOf(span, points) ?? []);

/** The running text of the document with its tasks. */
export function TextView({ text, points }: { text: string; points: CodePoints }) {
  const { review, selected, pointed, cuts } = useDesk();
  const { tasks } = review;
  // Corrections leave the places as they are; only another cut of the text makes other passages.
  const places = JSON.stringify(tasks.map(({ id, span }) => [id, span]));
  // eslint-disable-next-line react-hooks/exhaustive-deps
  const lines = useMemo(() => linesOf(text, passagesOf(tasks, points)), [text, points, places]);
  const tones = useMemo(() => new Map(tasks.map((task) => [task.id, toneOf(task)])), [tasks]);
  const fine = useMemo(() => rangesOf(pointed, points), [pointed, points]);
  const cutsHere = useMemo(() => (cuts ?? []).map((cut) => points.toUtf16(cut)), [cuts, points]);
  const range = selected === null ? null : rangeOf(selected.span, points);
  const [first, last] =
    range === null ? [-1, -1] : [lineAt(lines, range.start), lineAt(lines, range.end - 1)];

  const groups: Line[][] = [];
  for (let at = 0; at < lines.length; at += GROUP) groups.push(lines.slice(at, at + GROUP));
  return groups.map((group, index) => (
    <div key={index} className="pr-group">
      {group.map((line, within) => {
        const at = index * GROUP + within;
        const isChosen = at >= first && at <= last;
        return (
          <TextLine
            key={at}
            at={at}
            text={text}
            line={line}
            tones={line.pieces.map(({ taskId }) => (taskId === null ? '-' : tones.get(taskId))).join(' ')}
            selected={isChosen ? (selected?.id ?? null) : null}
            fine={fine.length === 0 ? nothing() : touching(fine, line)}
            cuts={isChosen && cutsHere.length > 0 ? cutsHere : nothing()}
          />
        );
      })}
    </div>
  ));
}
