import type { DeskCardName, DeskView } from '#contract';
import { lazy, Suspense } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Answer } from '../components/answer.js';
import { EmptyNote } from '../components/empty-note.js';
import { PageTitle } from '../components/page-title.js';
import { formatInstant } from '../format/date.js';
import { useSession } from '../session/use-session.js';
import { desksText, wallText, marks } from '../texts/zh.js';
import { DeskCard } from './desk-card.js';
import { linksOf } from './desk-links.js';
import { WAY_OF_CARD } from './desk-places.js';
import { deskQuery } from './desk-query.js';
import './desks.css';

type Cards = DeskView['cards'];

/** All three are about publications: of those with nothing in them one is enough. */
const OF_PUBLICATIONS: readonly DeskCardName[] = ['toRelease', 'correctionsDue', 'released'];
const namedOnce = (clear: Cards, waiting: Cards): Cards => {
  const isOfPublications = ({ name }: Cards[number]): boolean => OF_PUBLICATIONS.includes(name);
  const first = waiting.some(isOfPublications) ? undefined : clear.find(isOfPublications);
  return clear.filter((card) => !isOfPublications(card) || card === first);
};

/** What has nothing in it takes a line and no card: it is there, and it is empty. */
function Clear({ cards }: { cards: Cards }) {
  if (cards.length === 0) return null;
  return (
    <p className="desk-clear" data-testid="desk-clear">
      <span className="soft">{desksText.clear}</span>
      {cards.map(({ name }) =>
        name === 'health' ? (
          <span key={name}>{desksText.healthy}</span>
        ) : (
          <Link key={name} {...WAY_OF_CARD[name]}>
            {desksText.cards[name].title}
          </Link>
        ),
      )}
    </p>
  );
}

function Desk({ desk }: { desk: DeskView }) {
  const waiting = desk.cards.filter(({ items }) => items.length > 0);
  const clear = desk.cards.filter(({ items }) => items.length === 0);
  return (
    <>
      {waiting.length === 0 ? (
        <section className="panel">
          <EmptyNote title={desksText.nothing} hint={desksText.nothingHint} />
        </section>
      ) : (
        <div className="desk-cards">
          {waiting.map((card) => (
            <DeskCard key={card.name} card={card} />
          ))}
        </div>
      )}
      <Clear cards={namedOnce(clear, waiting)} />
    </>
  );
}

/** What the roles come for also when nothing waits there. */
function Links() {
  const links = linksOf(useSession());
  if (links.length === 0) return null;
  return (
    <nav className="desk-clear" aria-label={desksText.more} data-testid="desk-links">
      <span className="soft" aria-hidden="true">
        {desksText.more}
      </span>
      {links.map(({ name, label, way }) => (
        <Link key={name} {...way}>
          {label}
        </Link>
      ))}
    </nav>
  );
}

const SignOffSetting = lazy(async () => ({
  default: (await import('./sign-off-setting.js')).SignOffSetting,
}));

/** For the head of a unit: whether what it reports needs their signature. */
function Signature() {
  const { roles } = useSession();
  const units = roles.flatMap(({ role, scopeKind, scopeId }) =>
    role === 'leadUnitHead' && scopeKind === 'unit' ? [scopeId] : [],
  );
  return (
    <Suspense fallback={null}>
      {[...new Set(units)].map((unitId) => (
        <SignOffSetting key={unitId} unitId={unitId} />
      ))}
    </Suspense>
  );
}

/** What a person must do now, in all their roles, what is overdue or due soonest first. */
export function DeskPage() {
  const { roles } = useSession();
  const desk = useQuery(deskQuery);
  const held = [...new Set(roles.map(({ label }) => label))].join(marks.list);
  return (
    <>
      <div className="page-head">
        <PageTitle title={desksText.title} />
        <span className="soft">{held}</span>
        <div className="page-actions">
          {desk.data === undefined ? null : (
            <span className="soft small">{desksText.asOf(formatInstant(desk.data.at))}</span>
          )}
          <Link to="/wall" data-testid="to-wall">
            {wallText.menu}
          </Link>
        </div>
      </div>
      <Answer query={desk}>{(found) => <Desk desk={found} />}</Answer>
      <Signature />
      <Links />
    </>
  );
}
