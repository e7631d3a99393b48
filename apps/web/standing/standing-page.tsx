import type { ReactNode } from 'react';
import { EmptyNote } from '../components/empty-note.js';
import { PagePending } from '../components/page-states.js';
import { PageTitle } from '../components/page-title.js';
import { usePlan } from '../session/use-plan.js';
import { overviewText } from '../texts/zh.js';
import { StandingTabs } from './standing-tabs.js';
import './standing.css';

interface StandingPageProps {
  texts: { title: string; hint: string };
  /** To the right of the title. */
  actions?: ReactNode;
  /** Of the plan that is looked at; nothing until it is known. */
  children: (planId: string) => ReactNode;
}

/** What all pages about scores begin with. */
export function StandingPage({ texts, actions, children }: StandingPageProps) {
  const plan = usePlan();
  return (
    <>
      <div className="page-head">
        <PageTitle title={texts.title} />
        <span className="soft">{texts.hint}</span>
        {actions}
      </div>
      <StandingTabs />
      {plan === undefined ? <PagePending /> : null}
      {plan === null ? <EmptyNote title={overviewText.noPlan} hint={overviewText.noPlanHint} /> : null}
      {plan ? children(plan.id) : null}
    </>
  );
}
