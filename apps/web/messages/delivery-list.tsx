import type { DeliveryView } from '#contract';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Answer } from '../components/answer.js';
import { formatInstant } from '../format/date.js';
import { deliveryText, marks } from '../texts/zh.js';
import { messageDeliveryQuery } from './queries.js';
import './messages.css';

const DOTS: Record<DeliveryView['state'], string> = {
  pending: 'waiting',
  held: 'waiting',
  sending: 'running',
  sent: 'running',
  delivered: 'done',
  read: 'done',
  failedForNow: 'trouble',
  failedForGood: 'trouble',
};

/** Where something stands on one way, in a word, with what is known beside it. */
export function WayState({ way }: { way: DeliveryView }) {
  const { until, at, attempts } = way;
  const more = [
    way.heldBecause ?? '',
    until === null ? '' : deliveryText.until(formatInstant(until)),
    at === null ? '' : formatInstant(at),
    way.failure ?? '',
    attempts > 1 ? deliveryText.attempts(attempts) : '',
    way.again ? deliveryText.again : '',
  ].filter((part) => part !== '');
  return (
    <span className="way-state">
      <span className={`state state-${DOTS[way.state]}`}>{way.stateLabel}</span>
      {more.length === 0 ? null : <span className="soft small">{more.join(marks.comma)}</span>}
    </span>
  );
}

export function DeliveryList({ ways }: { ways: readonly DeliveryView[] }) {
  return (
    <ul className="ways" data-testid="ways">
      {ways.map((way, index) => (
        <li key={index}>
          <span>{way.label}</span>
          <WayState way={way} />
        </li>
      ))}
    </ul>
  );
}

/** How one's own message travelled, read when it is asked for. */
export function MessageWays({ messageId }: { messageId: string }) {
  const [open, setOpen] = useState(false);
  const ways = useQuery({ ...messageDeliveryQuery(messageId), enabled: open });
  return (
    <details className="message-ways" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{deliveryText.title}</summary>
      {open ? <Answer query={ways}>{(found) => <DeliveryList ways={found.ways} />}</Answer> : null}
    </details>
  );
}
