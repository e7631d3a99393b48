import { Link } from '@tanstack/react-router';
import { useSession } from '../session/use-session.js';
import { standingTabs } from '../texts/zh.js';

/** The parts of the scores: so far, assessments, and what another scheme would give (not for units: it shows all of them). */
export function StandingTabs() {
  const ofUnit = useSession().roles.some(({ scopeKind }) => scopeKind === 'unit');
  return (
    <nav className="standing-tabs" aria-label={standingTabs.label}>
      <Link to="/scores" search={{}} activeOptions={{ exact: true, includeSearch: false }}>
        {standingTabs.scores}
      </Link>
      <Link to="/assessments" data-testid="tab-assessments">
        {standingTabs.assessments}
      </Link>
      {ofUnit ? null : (
        <Link to="/what-if" data-testid="tab-what-if">
          {standingTabs.whatIf}
        </Link>
      )}
    </nav>
  );
}
