import type { SessionView } from '#contract';
import { Link } from '@tanstack/react-router';
import { shellTexts } from '../texts/zh.js';
import { navigationFor, type Place } from './navigation.js';

interface NavListProps {
  session: SessionView;
  /** What waits there, shown as a figure beside the word. */
  counts: Partial<Record<Place, number>>;
  onLeave: () => void;
}

export function NavList({ session, counts, onLeave }: NavListProps) {
  return (
    <nav aria-label={shellTexts.nav}>
      <ul className="nav-list">
        {navigationFor(session).map(({ to, label, Icon }) => (
          <li key={to}>
            <Link to={to} search={{}} onClick={onLeave} data-testid={`nav${to.replace('/', '-')}`}>
              <Icon />
              {label}
              {(counts[to] ?? 0) > 0 ? <span className="nav-count">{counts[to]}</span> : null}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
