import { memo, type ReactNode } from 'react';
import type { Line, Piece } from './lines.js';
import type { Range, Tone } from './passages.js';

interface TextLineProps {
  at: number;
  text: string;
  line: Line;
  /** The tones of the line's pieces, in their order, joined. */
  tones: string;
  selected: string | null;
  /** Places under the pointer that touch this line. */
  fine: readonly Range[];
  cuts: readonly number[];
}

const NONE: readonly never[] = [];
export const nothing = <T,>(): readonly T[] => NONE;

/** Cuts a piece at the edges of what is shown finely, and at the places where it would be split. */
function innerOf(text: string, piece: Piece, fine: readonly Range[], cuts: readonly number[]): ReactNode {
  const inside = (at: number): boolean => at > piece.start && at < piece.end;
  const edges = [...fine.flatMap(({ start, end }) => [start, end]), ...cuts].filter(inside);
  const from = [...new Set([piece.start, ...edges])].sort((a, b) => a - b);
  return from.map((start, index) => {
    const end = from[index + 1] ?? piece.end;
    const isFine = fine.some((range) => range.start <= start && range.end >= end);
    const isCut = cuts.includes(start);
    return (
      <span key={start} data-at={start} className={isFine ? 'pr-fine' : undefined}>
        {isCut ? <span className="pr-cut" aria-hidden="true" /> : null}
        {text.slice(start, end)}
      </span>
    );
  });
}

/** A line of the document; each stretch that is a task leads to it. */
export const TextLine = memo(function TextLine({
  at,
  text,
  line,
  tones,
  selected,
  fine,
  cuts,
}: TextLineProps) {
  const toneOf = tones.split(' ') as Tone[];
  return (
    <p data-line={at}>
      {line.pieces.map((piece, index) => {
        const inner = innerOf(text, piece, fine, cuts);
        if (piece.taskId === null) return <span key={piece.start}>{inner}</span>;
        const chosen = piece.taskId === selected ? ' pr-chosen' : '';
        return (
          <span
            key={piece.start}
            data-task={piece.taskId}
            className={`pr-passage pr-${toneOf[index]}${chosen}`}
          >
            {inner}
          </span>
        );
      })}
      {line.pieces.length === 0 ? <br /> : null}
    </p>
  );
});
