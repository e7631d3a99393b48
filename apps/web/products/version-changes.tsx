import type { ProductVersionView } from '#contract';
import { useMemo } from 'react';
import { productText } from '../texts/zh.js';
import { compareVersions, type ComparedLine, type Piece } from './compare-words.js';

interface VersionChangesProps {
  before: ProductVersionView;
  after: ProductVersionView;
}

/** What became of an earlier text: words that came in and went, lines that stayed folded away between them. */
export function VersionChanges({ before, after }: VersionChangesProps) {
  const lines = useMemo(() => compareVersions(before, after), [before, after]);
  const count = (mark: ComparedLine['mark']): number => lines.filter((one) => one.mark === mark).length;
  const [changed, came, went] = [count('changed'), count('in'), count('out')];
  return (
    <div data-testid="version-changes">
      <p role="status">
        {changed + came + went === 0
          ? productText.noWordsChanged
          : productText.wordsChanged(changed, came, went)}
      </p>
      {changed + came + went === 0 ? null : <p className="soft small">{productText.howMarked}</p>}
      {stretchesOf(lines).map((stretch, at) =>
        stretch[0]?.mark === 'same' ? (
          <details key={at} className="unchanged">
            <summary>{productText.unchangedLines(stretch.length)}</summary>
            <Lines lines={stretch} />
          </details>
        ) : (
          <Lines key={at} lines={stretch} />
        ),
      )}
    </div>
  );
}

/** Lines that stayed, and lines that did not, in stretches one after the other. */
function stretchesOf(lines: readonly ComparedLine[]): ComparedLine[][] {
  const stretches: ComparedLine[][] = [];
  for (const line of lines) {
    const last = stretches.at(-1);
    if (last && (last[0]?.mark === 'same') === (line.mark === 'same')) last.push(line);
    else stretches.push([line]);
  }
  return stretches;
}

const Lines = ({ lines }: { lines: readonly ComparedLine[] }) =>
  lines.map((line, at) => (
    <p key={at} className={`compared compared-${line.mark}`}>
      {line.cells.map((cell, column) => (
        <span key={column} className={line.kind === 'row' ? 'compared-cell' : undefined}>
          {cell.map((piece, place) => (
            <Words key={place} piece={piece} />
          ))}
        </span>
      ))}
    </p>
  ));

/** Told by the element, by its line, and in words to who cannot see either. */
function Words({ piece: { text, mark } }: { piece: Piece }) {
  if (mark === 'same') return text;
  const Mark = mark === 'in' ? 'ins' : 'del';
  return (
    <Mark>
      <span className="visually-hidden">{mark === 'in' ? productText.cameIn : productText.wentOut}</span>
      {text}
    </Mark>
  );
}
