import type { ProductBlock } from '#contract';
import { PaperLine } from './paper-line.js';

interface PaperBlockProps {
  block: ProductBlock;
  /** In annexes headings are one deeper. */
  depth: 2 | 3;
  open?: string | undefined;
  onFigure?: ((name: string) => void) | undefined;
}

/** A block as it stands on paper. */
export function PaperBlock({ block, depth, open, onFigure }: PaperBlockProps) {
  const line = (words: NonNullable<ProductBlock['line']>) => (
    <PaperLine line={words} open={open} onFigure={onFigure} />
  );
  switch (block.kind) {
    case 'heading': {
      const Heading = (['h2', 'h3', 'h4', 'h5', 'h6'] as const)[Math.min(4, depth + block.level - 3)] ?? 'h6';
      return (
        <Heading className={`official-level-${block.level}`}>
          {block.number}
          {line(block.line ?? [])}
        </Heading>
      );
    }
    case 'paragraph':
      return <p className="official-text">{line(block.line ?? [])}</p>;
    case 'table':
      return (
        // A region that can be scrolled must be reachable by the keyboard.
        <div
          className="official-table-box"
          tabIndex={0}
          role="region"
          aria-label={block.caption ?? block.text}
        >
          <table className="official-table">
            {block.caption === undefined ? null : <caption>{block.caption}</caption>}
            <thead>
              <tr>
                {block.columns?.map(({ title }, at) => (
                  <th key={at} scope="col">
                    {title}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {block.rows?.map((row, at) => (
                <tr key={at}>
                  {row.map((cell, column) => (
                    <td key={column} className={`official-${block.columns?.[column]?.align ?? 'left'}`}>
                      {line(cell)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      );
    case 'picture':
      return (
        <figure className="official-picture">
          <img
            src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(block.svg ?? '')}`}
            alt={block.alternative ?? ''}
          />
          {block.caption === undefined ? null : <figcaption>{block.caption}</figcaption>}
        </figure>
      );
  }
}
