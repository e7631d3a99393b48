import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { sessionQuery } from '../api/queries.js';
import { Answer } from '../components/answer.js';
import { EmptyNote } from '../components/empty-note.js';
import { PageTitle } from '../components/page-title.js';
import { webhookTexts } from '../texts/zh.js';
import { WebhookCard } from './webhook-card.js';
import { WebhookDialog } from './webhook-dialog.js';
import { webhooksQuery } from './webhooks-query.js';
import './webhooks.css';

/** Other systems that are told of events: who, where, how it goes; for administrators and heads of units. */
export function WebhooksPage() {
  const webhooks = useQuery(webhooksQuery);
  const rehearsal = useQuery(sessionQuery).data?.rehearsal ?? false;
  const [adding, setAdding] = useState(false);
  const mayAdd = webhooks.data?.mayAdd;
  const addable = mayAdd !== undefined && (mayAdd.jurisdiction || mayAdd.units.length > 0);
  return (
    <>
      <div className="page-head">
        <PageTitle title={webhookTexts.title} />
        <span className="soft">{webhookTexts.hint}</span>
        {addable ? (
          <div className="page-actions">
            <Button type="primary" data-testid="add-webhook" onClick={() => setAdding(true)}>
              {webhookTexts.add}
            </Button>
          </div>
        ) : null}
      </div>
      {rehearsal ? (
        <Alert type="info" showIcon title={webhookTexts.rehearsal} className="webhook-note" />
      ) : null}
      <Answer query={webhooks}>
        {({ items, lastCursor }) =>
          items.length === 0 ? (
            <div className="panel">
              <EmptyNote title={webhookTexts.none} hint={webhookTexts.noneHint} />
            </div>
          ) : (
            <ul className="webhook-list" data-testid="webhooks">
              {items.map((webhook) => (
                <li key={webhook.id}>
                  <WebhookCard webhook={webhook} lastCursor={lastCursor} />
                </li>
              ))}
            </ul>
          )
        }
      </Answer>
      {adding && mayAdd !== undefined ? (
        <WebhookDialog mayAdd={mayAdd} onClose={() => setAdding(false)} />
      ) : null}
    </>
  );
}
