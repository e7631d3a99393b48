import type { CSSProperties } from 'react';

/** The higher the level, the more corners, as everywhere else; here without the word, which stands beside it. */
export function LevelMark({ place, colour }: { place: number; colour: string | undefined }) {
  const paint = { '--level': colour ?? '#6b7684' } as CSSProperties;
  return (
    <svg className="wall-mark" viewBox="0 0 10 10" style={paint} aria-hidden="true">
      {place <= 0 ? <circle cx="5" cy="5" r="4" /> : null}
      {place === 1 ? <path d="M5 .5l4.6 9H.4z" /> : null}
      {place === 2 ? <path d="M.7.7h8.6v8.6H.7z" /> : null}
      {place > 2 ? <path d="M5 .3l4.6 3.4-1.8 5.8H2.2L.4 3.7z" /> : null}
    </svg>
  );
}
