import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Select } from 'antd';
import { plansQuery, sessionQuery } from '../api/queries.js';
import { Answer } from '../components/answer.js';
import { EmptyNote } from '../components/empty-note.js';
import { PageTitle } from '../components/page-title.js';
import { verificationText } from '../texts/zh.js';
import { Draws } from './draws.js';
import { Population } from './population.js';
import './verification.css';
import type { VerificationSearch } from './verification-search.js';
import { VerificationConditions, Verifications } from './verifications.js';

/** The desk of the supervision office: what waits to be verified, the draw and its weights, what was found. */
export function VerificationPage() {
  const plans = useQuery(plansQuery);
  const areas = useQuery(sessionQuery).data?.areas ?? [];
  const search = useSearch({ from: '/inside/verifications' });
  const navigate = useNavigate({ from: '/verifications' });
  const show = (next: VerificationSearch): void => void navigate({ search: next, replace: true });
  return (
    <>
      <div className="page-head">
        <PageTitle title={verificationText.title} />
        <span className="soft">{verificationText.hint}</span>
      </div>
      <Answer query={plans}>
        {({ items }) => {
          const planId = items.find(({ id }) => id === search.plan)?.id ?? items[0]?.id;
          if (planId === undefined)
            return <EmptyNote title={verificationText.noPlan} hint={verificationText.noPlanHint} />;
          // Who stands in as a witness of the draw sees the draw, and nothing of who is under suspicion.
          const initiated = areas.includes('verifications');
          return (
            <>
              {items.length > 1 ? (
                <label className="verification-plan">
                  {verificationText.plan}{' '}
                  <Select
                    value={planId}
                    onChange={(plan: string) => show({ ...search, plan })}
                    popupMatchSelectWidth={false}
                    options={items.map(({ id, title }) => ({ value: id, label: title }))}
                  />
                </label>
              ) : null}
              {initiated ? <VerificationConditions planId={planId} search={search} onChange={show} /> : null}
              {initiated ? <Verifications planId={planId} state="open" unit={search.unit} /> : null}
              <Draws planId={planId} exportable={initiated} />
              {initiated ? <Population planId={planId} /> : null}
              {initiated ? <Verifications planId={planId} state="found" unit={search.unit} /> : null}
            </>
          );
        }}
      </Answer>
    </>
  );
}
