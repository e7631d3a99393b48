import type { AllowedAction, NoticeView as Notice } from '#contract';
import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { etagOf } from '../api/client.js';
import { noticeQuery } from '../api/queries.js';
import { formatFullInstant, formatInstant } from '../format/date.js';
import { alertsText, inboxText, marks } from '../texts/zh.js';
import { ActionButtons } from './action-buttons.js';
import { Answer } from './answer.js';
import { NoticeFacts } from './notice-facts.js';
import { Panel } from './panel.js';
import './notice-view.css';
import { WhyButton } from './why.js';

/** A notice: its text beside its facts, and what may be done with it. */
export function NoticeView({ noticeId }: { noticeId: string }) {
  const notice = useQuery(noticeQuery(noticeId));
  return <Answer query={notice}>{(found) => <NoticeText notice={found} />}</Answer>;
}

function standing(notice: Notice): string {
  const when =
    notice.issuedAt === null
      ? inboxText.draftedAt(formatFullInstant(notice.draftedAt))
      : inboxText.issuedAt(formatFullInstant(notice.issuedAt));
  const acknowledged =
    notice.acknowledgedAt === null
      ? []
      : [inboxText.acknowledgedAt(formatFullInstant(notice.acknowledgedAt))];
  return [notice.number ?? inboxText.noNumber, when, ...acknowledged].join(' · ');
}

/** The text is amended where it stands, not in the dialog. */
const withoutBody = (action: AllowedAction): AllowedAction => ({
  ...action,
  fields: action.fields.filter(({ name }) => name !== 'body'),
});

/** What the unit objected, and how it stands: else neither side could see it on the paper that it is about. */
function Appeal({ appeal }: { appeal: NonNullable<Notice['appeal']> }) {
  const { state, reason, at, dueAt, decision } = appeal;
  return (
    <section className="notice-appeal" data-testid="notice-appeal">
      <p>
        <b>{inboxText.appealed(formatInstant(at))}</b>
        {marks.colon}
        {reason}
      </p>
      {decision === null ? (
        <p>
          <b>{inboxText.appealOpen(dueAt === null ? null : formatInstant(dueAt))}</b>
        </p>
      ) : (
        <p>
          <b>
            {state === 'upheld'
              ? inboxText.appealUpheld(formatInstant(decision.at))
              : inboxText.appealRejected(formatInstant(decision.at))}
          </b>
          {marks.colon}
          {decision.reason}
        </p>
      )}
    </section>
  );
}

function NoticeText({ notice }: { notice: Notice }) {
  const [edited, edit] = useState<string | null>(null);
  const mayIssue = notice.allowedActions.some(({ action }) => action.startsWith('issue'));
  const hasFacts =
    typeof notice.facts === 'object' && notice.facts !== null && Object.keys(notice.facts).length > 0;
  return (
    <Panel
      title={`${notice.kindLabel}${marks.open}${notice.stateLabel}${marks.close}`}
      note={standing(notice)}
      actions={
        <div className="bar">
          <WhyButton of={{ kind: 'notice', id: notice.id }} as="link" />
          {mayIssue && edited === null ? (
            <Button size="small" onClick={() => edit(notice.body)}>
              {alertsText.editBody}
            </Button>
          ) : null}
          <ActionButtons
            actions={notice.allowedActions.map(withoutBody)}
            etag={etagOf(notice.version)}
            extra={edited === null || edited === notice.body ? undefined : { body: edited }}
            subject={notice.title}
            size="small"
          />
        </div>
      }
      testId="notice"
    >
      {notice.appeal === null ? null : <Appeal appeal={notice.appeal} />}
      <div className={hasFacts ? 'notice-columns' : ''}>
        <article>
          <h3 className="notice-title">{notice.title}</h3>
          {edited === null ? (
            <p className="notice-body">{notice.body}</p>
          ) : (
            <>
              <p className="soft small">{alertsText.editHint}</p>
              <Input.TextArea
                aria-label={alertsText.body}
                className="notice-body"
                value={edited}
                onChange={(event) => edit(event.target.value)}
                autoSize={{ minRows: 10 }}
                maxLength={20_000}
              />
            </>
          )}
        </article>
        {hasFacts ? (
          <aside>
            <h3>{alertsText.facts}</h3>
            <NoticeFacts facts={notice.facts} />
          </aside>
        ) : null}
      </div>
    </Panel>
  );
}
