import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { shellQuery } from '../api/queries.js';
import { MenuIcon } from '../components/icons.js';
import { MenuButton } from '../components/menu-button.js';
import { formatDay } from '../format/date.js';
import { AroundPages } from '../library/around-pages.js';
import { loadLibrary } from '../library/load-library.js';
import { signOut } from '../session/sign-out.js';
import { SearchButton } from '../search/search-button.js';
import { choosePlan, shortTitle, usePlan, usePlans } from '../session/use-plan.js';
import { useSession } from '../session/use-session.js';
import { LANGUAGE_NAMES, LANGUAGES, language, speak } from '../texts/language.js';
import { accessTexts, feedTexts, myMessagesText, sessionTexts, shellTexts, common } from '../texts/zh.js';
import { InboxBell } from './inbox-bell.js';
import { NavList } from './nav-list.js';

// What few people open is loaded when they do: with tabs, lists and a QR code it weighs more than the desk itself.
const AccessDialog = lazy(async () => ({
  default: (await import('../access/access-dialog.js')).AccessDialog,
}));
const FeedDialog = lazy(async () => ({ default: (await import('../feed/feed-dialog.js')).FeedDialog }));
const MenuDrawer = lazy(async () => ({ default: (await import('./menu-drawer.js')).MenuDrawer }));
const Library = lazy(async () => ({ default: await loadLibrary() }));

/** Which plan the overview, the scores and new tasks speak of: to be chosen where there are several. */
function PlanName() {
  const plan = usePlan();
  const plans = usePlans() ?? [];
  const { now } = useSession();
  if (plan === undefined) return <div className="shell-plan" />;
  const name = plan === null ? shellTexts.noPlan : shortTitle(plan.title);
  return (
    <div className="shell-plan" title={plan?.title}>
      {plans.length > 1 ? (
        <MenuButton
          className="shell-plan-choose"
          testId="choose-plan"
          parts={[
            {
              key: 'plans',
              choices: plans.map(({ id, title }) => ({
                key: id,
                label: shortTitle(title),
                chosen: id === plan?.id,
                onChoose: () => choosePlan(id),
              })),
            },
          ]}
        >
          {name} ▾
        </MenuButton>
      ) : (
        name
      )}
      <small>
        {plan?.documentNumber} · {shellTexts.today} {formatDay(now)}
      </small>
    </div>
  );
}

/** Nothing on a rehearsal's screen is for real, and it must say so at every width. */
function RehearsalMark() {
  const { rehearsal } = useSession();
  if (!rehearsal) return null;
  return (
    <span className="shell-rehearsal" title={shellTexts.rehearsalMeans} data-testid="rehearsal">
      {shellTexts.rehearsal}
    </span>
  );
}

function Person() {
  const { person, unit, roles } = useSession();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const leave = async (): Promise<void> => {
    const elsewhere = await signOut(queries);
    if (elsewhere === null) await navigate({ to: '/sign-in', search: {} });
    else window.location.assign(elsewhere);
  };
  const [feedOpen, openFeed] = useState(false);
  const [accessOpen, openAccess] = useState(false);
  const role = common.joinUnits([...new Set(roles.map(({ label }) => label))]);
  const parts = [
    {
      key: 'own',
      choices: [
        { key: 'feed', label: feedTexts.title, onChoose: () => openFeed(true) },
        {
          key: 'messages',
          label: myMessagesText.title,
          onChoose: () => void navigate({ to: '/my-messages' }),
        },
        { key: 'access', label: accessTexts.title, onChoose: () => openAccess(true) },
      ],
    },
    {
      key: 'language',
      heading: <span data-testid="languages">{sessionTexts.language}</span>,
      choices: LANGUAGES.map((each) => ({
        key: each,
        label: <span lang={each}>{LANGUAGE_NAMES[each]}</span>,
        chosen: each === language,
        onChoose: () => (each === language ? undefined : speak(each)),
      })),
    },
    { key: 'leave', choices: [{ key: 'out', label: sessionTexts.signOut, onChoose: () => void leave() }] },
  ];
  // Once it was opened, what is said when it closes is still to be read.
  const [used, use] = useState(false);
  if ((feedOpen || accessOpen) && !used) use(true);
  return (
    <>
      <Suspense>
        {used ? (
          <Library>
            {accessOpen ? <AccessDialog onClose={() => openAccess(false)} /> : null}
            {feedOpen ? <FeedDialog onClose={() => openFeed(false)} /> : null}
          </Library>
        ) : null}
      </Suspense>
      <MenuButton className="shell-button shell-person-button" testId="person" parts={parts}>
        <span className="shell-person">
          <strong>{person.name}</strong>
          <span>
            {unit.name} · {role}
          </span>
        </span>
        <span className="shell-initial" lang={/^\p{Script=Han}/u.test(person.name) ? 'zh-CN' : undefined}>
          {person.name.slice(0, 1)}
        </span>
      </MenuButton>
    </>
  );
}

/** The frame of every page: plan, person, menu, inbox. On a telephone the menu is a drawer. */
export function Shell() {
  const session = useSession();
  const [menuOpen, openMenu] = useState(false);
  const [menuUsed, keepMenu] = useState(false);
  if (menuOpen && !menuUsed) keepMenu(true);
  const dueSittings = useQuery(shellQuery).data?.sittingsDue ?? 0;
  // The address whose page has come, which is not yet that of the address bar while its part of the program is fetched.
  const page = useRouterState({ select: ({ resolvedLocation }) => resolvedLocation?.href });
  const menu = (
    <NavList session={session} counts={{ '/filing': dueSittings }} onLeave={() => openMenu(false)} />
  );
  return (
    <div className="shell">
      <header className="shell-head">
        <button
          type="button"
          className="shell-button shell-menu"
          aria-label={shellTexts.menu}
          onClick={() => openMenu(true)}
          data-testid="menu"
        >
          <MenuIcon />
        </button>
        <span className="shell-mark">{common.product}</span>
        <PlanName />
        <div className="shell-side">
          <RehearsalMark />
          <SearchButton />
          <InboxBell />
          <Person />
        </div>
      </header>
      <aside className="shell-nav">{menu}</aside>
      <Suspense>
        {menuUsed ? (
          <MenuDrawer
            open={menuOpen}
            onClose={() => openMenu(false)}
            title={
              <span>
                {session.person.name}
                <span className="drawer-unit">{session.unit.name}</span>
              </span>
            }
          >
            {menu}
          </MenuDrawer>
        ) : null}
      </Suspense>
      <main className="shell-main" data-page={page}>
        <AroundPages>
          <Outlet />
        </AroundPages>
      </main>
    </div>
  );
}
