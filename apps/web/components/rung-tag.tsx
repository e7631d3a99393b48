import type { CSSProperties } from 'react';
import { useSession } from '../session/use-session.js';
import { noRung } from '../texts/zh.js';

/** The higher the level, the more corners: readable without colour, also in a black and white print. */
function Shape({ rank }: { rank: number }) {
  if (rank <= 0) return <circle cx="5" cy="5" r="3.5" fill="none" stroke="currentColor" />;
  if (rank === 1) return <circle cx="5" cy="5" r="4" fill="currentColor" />;
  if (rank === 2) return <path d="M5 .5l4.6 9H.4z" fill="currentColor" />;
  if (rank === 3) return <path d="M.5.5h9v9h-9z" fill="currentColor" />;
  return <path d="M5 .3l4.6 3.4-1.8 5.8H2.2L.4 3.7z" fill="currentColor" />;
}

/**
 * A rung of a ladder in its own words, painted as the policy paints its level. Word, shape and colour say the same:
 * the word alone is enough.
 */
export function RungTag({ rung }: { rung: { label: string; colour: string | null } | null }) {
  const { levels } = useSession();
  if (rung === null) return <span className="rung rung-none">{noRung}</span>;
  const place = levels.findIndex(({ id }) => id === rung.colour);
  const level = levels[place];
  const paint = { '--level': level?.colour ?? '#6b7684' } as CSSProperties;
  return (
    <span className="rung rung-level" style={paint} title={level?.meaning}>
      <svg viewBox="0 0 10 10" aria-hidden="true">
        <Shape rank={place + 1} />
      </svg>
      {rung.label}
    </span>
  );
}
