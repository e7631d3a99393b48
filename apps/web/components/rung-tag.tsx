import { noRung } from '../texts/zh.js';

const COLOURS: Record<string, string> = {
  blue: 'blue',
  yellow: 'yellow',
  orange: 'orange',
  red: 'red',
  dark: 'dark',
};

/** The higher the rung, the more corners: readable without colour, also in a black and white print. */
function Shape({ colour }: { colour: string }) {
  switch (colour) {
    case 'blue':
      return <circle cx="5" cy="5" r="4" fill="currentColor" />;
    case 'yellow':
    case 'orange':
      return <path d="M5 .5l4.6 9H.4z" fill="currentColor" />;
    case 'red':
    case 'dark':
      return <path d="M.5.5h9v9h-9z" fill="currentColor" />;
    default:
      return <circle cx="5" cy="5" r="3.5" fill="none" stroke="currentColor" />;
  }
}

/** Rung of the ladder as its scheme names it. Colour, shape and word say the same. */
export function RungTag({ rung }: { rung: { label: string; colour: string | null } | null }) {
  if (rung === null) return <span className="rung rung-none">{noRung}</span>;
  const colour = COLOURS[rung.colour ?? ''] ?? 'grey';
  return (
    <span className={`rung rung-${colour}`}>
      <svg viewBox="0 0 10 10" aria-hidden="true">
        <Shape colour={colour} />
      </svg>
      {rung.label}
    </span>
  );
}
