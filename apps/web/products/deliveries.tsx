import type { ProductView } from '#contract';
import { Checkbox } from 'antd';
import { useState } from 'react';
import { Panel } from '../components/panel.js';
import { formatInstant } from '../format/date.js';
import { productText } from '../texts/zh.js';

type Delivery = ProductView['deliveries'][number];
const text = productText;

function how({ deliveredAt, readAt, acknowledgedAt }: Delivery): string {
  if (acknowledgedAt !== null) return text.got(formatInstant(acknowledgedAt));
  return readAt === null ? text.delivered(formatInstant(deliveredAt)) : text.read(formatInstant(readAt));
}

/** Who has it and who has acknowledged it: those that are waited for first. */
export function Deliveries({ product }: { product: ProductView }) {
  const { deliveries } = product;
  const [waitingOnly, show] = useState(false);
  const waiting = deliveries.filter(({ acknowledgedAt }) => acknowledgedAt === null);
  const got = deliveries.filter(({ acknowledgedAt }) => acknowledgedAt !== null);
  const shown = waitingOnly ? waiting : [...waiting, ...got];
  return (
    <Panel title={text.deliveries} testId="deliveries">
      {deliveries.length === 0 ? (
        <p className="soft">{text.notDelivered}</p>
      ) : (
        <>
          <p data-testid="delivery-count">{text.deliveredTo(deliveries.length, got.length)}</p>
          {waiting.length > 0 && got.length > 0 ? (
            <Checkbox checked={waitingOnly} onChange={(event) => show(event.target.checked)}>
              {text.onlyWaiting}
            </Checkbox>
          ) : null}
          <ul className="deliveries" tabIndex={0} aria-label={text.deliveries}>
            {shown.map((delivery, at) => (
              <li key={at} className={delivery.acknowledgedAt === null ? '' : 'delivered'}>
                <span>
                  {delivery.person} <span className="soft">{delivery.unit ?? text.offices}</span>
                </span>
                <span className="soft small">{how(delivery)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Panel>
  );
}
