import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { plansQuery, sessionQuery } from '../api/queries.js';
import { Answer } from '../components/answer.js';
import { EmptyNote } from '../components/empty-note.js';
import { PageTitle } from '../components/page-title.js';
import { verificationText } from '../texts/zh.js';
import { Draws } from './draws.js';
import { Population } from './population.js';
import './verification.css';
import { Verifications } from './verifications.js';

/** The desk of the supervision office: what waits to be verified, the draw and its weights, what was found. */
export function VerificationPage() {
  const plans = useQuery(plansQuery);
  const areas = useQuery(sessionQuery).data?.areas ?? [];
  const [chosen, choose] = useState<string | null>(null);
  return (
    <>
      <div className="page-head">
        <PageTitle title={verificationText.title} />
        <span className="soft">{verificationText.hint}</span>
      </div>
      <Answer query={plans}>
        {({ items }) => {
          const planId = chosen ?? items[0]?.id;
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
                    onChange={choose}
                    popupMatchSelectWidth={false}
                    options={items.map(({ id, title }) => ({ value: id, label: title }))}
                  />
                </label>
              ) : null}
              {initiated ? <Verifications planId={planId} state="open" /> : null}
              <Draws planId={planId} exportable={initiated} />
              {initiated ? <Population planId={planId} /> : null}
              {initiated ? <Verifications planId={planId} state="found" /> : null}
            </>
          );
        }}
      </Answer>
    </>
  );
}
