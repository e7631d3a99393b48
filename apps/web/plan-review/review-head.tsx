import { Link } from '@tanstack/react-router';
import { Button, Dropdown } from 'antd';
import { addressOf } from '../api/client.js';
import { BackIcon } from '../components/icons.js';
import { PageTitle } from '../components/page-title.js';
import { shortTitle } from '../session/use-plan.js';
import { deskText, planReviewText } from '../texts/zh.js';
import { useDesk } from './desk.js';
import { DispatchProgress } from './dispatch-progress.js';
import { KeysHelp } from './panels/keys-help.js';

/** What lies over the desk. */
export type Panel = 'facts' | 'unmatched' | 'findings' | 'steps' | 'abandon' | 'add' | 'dispatch';

interface ReviewHeadProps {
  onOpen: (panel: Panel) => void;
  keys: {
    open: boolean;
    onOpen: (open: boolean) => void;
    wanted: boolean;
    onWant: (wanted: boolean) => void;
  };
}

function Progress() {
  const { counts } = useDesk().review;
  const total = counts.proposed + counts.confirmed;
  return (
    <div className="pr-progress" data-testid="progress">
      <span>{deskText.confirmed(counts.confirmed, total)}</span>
      <span className="pr-progress-track" aria-hidden="true">
        <span style={{ width: `${total === 0 ? 0 : (counts.confirmed / total) * 100}%` }} />
      </span>
    </div>
  );
}

/** The plan, how far the review is, what keeps it back, and the way to dispatch. */
export function ReviewHead({ onOpen, keys }: ReviewHeadProps) {
  const { review, mayChange } = useDesk();
  const errors = review.findings.filter(({ severity }) => severity === 'error').length;
  const advice = review.findings.length - errors;
  const params = { id: review.id };
  const title = review.facts.title === '' ? planReviewText.untitled : shortTitle(review.facts.title);
  const more = [
    { key: 'original', label: <a href={addressOf('reviewOriginal', { params })}>{deskText.original}</a> },
    { key: 'gold', label: <a href={addressOf('reviewGold', { params })}>{deskText.gold}</a> },
    { key: 'steps', label: deskText.steps, onClick: () => onOpen('steps') },
    ...(mayChange
      ? [
          { key: 'add', label: deskText.addByHand, onClick: () => onOpen('add') },
          { key: 'abandon', label: deskText.abandon, danger: true, onClick: () => onOpen('abandon') },
        ]
      : []),
  ];
  return (
    <div className="pr-head">
      <div className="pr-head-title">
        <Link to="/plans" className="task-back">
          <BackIcon />
          {planReviewText.back}
        </Link>
        <PageTitle title={title} />
        <span className="soft small">
          {review.facts.documentNumber} {review.stateLabel}
          {review.amends === null ? null : ` · ${planReviewText.amends(shortTitle(review.amends.title))}`}
        </span>
      </div>
      <div className="pr-head-acts">
        <Progress />
        <Button onClick={() => onOpen('facts')}>{deskText.planFacts}</Button>
        {review.unmatched.length === 0 ? null : (
          <Button onClick={() => onOpen('unmatched')} data-testid="open-unmatched">
            {deskText.unmatched(review.unmatched.length)}
          </Button>
        )}
        {review.findings.length === 0 ? null : (
          <Button danger={errors > 0} onClick={() => onOpen('findings')} data-testid="open-findings">
            {deskText.findings(errors, advice)}
          </Button>
        )}
        <KeysHelp {...keys} />
        <Dropdown trigger={['click']} menu={{ items: more }}>
          <Button data-testid="more">{deskText.more} ▾</Button>
        </Dropdown>
        {review.dispatching === null ? null : <DispatchProgress {...review.dispatching} />}
        {review.state === 'dispatched' ? (
          <Link to="/tasks" search={{}} className="button-link">
            {deskText.toTasks}
          </Link>
        ) : review.state === 'open' && mayChange ? (
          <Button type="primary" onClick={() => onOpen('dispatch')} data-testid="open-dispatch">
            {deskText.dispatch}
          </Button>
        ) : null}
      </div>
    </div>
  );
}
