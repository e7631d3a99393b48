import type { ToCallList, ToCallView } from '#contract';
import { useQuery } from '@tanstack/react-query';
import { Button, Tag } from 'antd';
import { useState } from 'react';
import { Answer } from '../components/answer.js';
import { EmptyNote } from '../components/empty-note.js';
import { PageTitle } from '../components/page-title.js';
import { formatInstant } from '../format/date.js';
import { callsText, common, marks } from '../texts/zh.js';
import { CallDialog } from './call-dialog.js';
import { DeliveryList } from './delivery-list.js';
import { callsQuery } from './queries.js';
import './messages.css';

/** Whom no channel reaches, for the officer who calls. */
export function CallsPage() {
  const calls = useQuery(callsQuery);
  return (
    <>
      <div className="page-head">
        <PageTitle title={callsText.title} />
        <span className="soft">{callsText.hint}</span>
      </div>
      <Answer query={calls}>{(list) => <People list={list} />}</Answer>
    </>
  );
}

function People({ list }: { list: ToCallList }) {
  const [calling, setCalling] = useState<ToCallView | null>(null);
  const { items, mayCall, by, inVainAtMost } = list;
  return (
    <section className="panel">
      {mayCall ? null : (
        <p className="panel-body soft">
          {callsText.readOnly(common.joinUnits(by.map(({ label }) => label)))}
        </p>
      )}
      {items.length === 0 ? (
        <EmptyNote title={callsText.none} hint={callsText.noneHint} />
      ) : (
        <ul className="cards" data-testid="to-call">
          {items.map((entry) => (
            <Person
              key={entry.person.id}
              entry={entry}
              inVainAtMost={inVainAtMost}
              onCall={mayCall ? () => setCalling(entry) : null}
            />
          ))}
        </ul>
      )}
      {calling === null ? null : <CallDialog entry={calling} onClose={() => setCalling(null)} />}
    </section>
  );
}

interface PersonProps {
  entry: ToCallView;
  inVainAtMost: number;
  onCall: (() => void) | null;
}

function Person({ entry, inVainAtMost, onCall }: PersonProps) {
  const { person, numbers, openedAt, callsInVain, raisedAt, messages, calls } = entry;
  return (
    <li className="to-call" data-testid="to-call-person">
      <header>
        <b>{person.name}</b>
        <span className="soft">{[person.unit, ...person.posts].join(' · ')}</span>
        {callsInVain > 0 ? <Tag color="orange">{callsText.inVain(callsInVain)}</Tag> : null}
        {raisedAt !== null ? (
          <Tag color="red">{callsText.raised}</Tag>
        ) : (
          <span className="soft small">{callsText.raiseAfter(inVainAtMost)}</span>
        )}
        {onCall === null ? null : (
          <Button type="primary" size="small" onClick={onCall}>
            {callsText.record}
          </Button>
        )}
      </header>
      <p>
        <span>{callsText.numbers}</span>
        {numbers.length === 0 ? (
          <span className="soft">{callsText.noNumber}</span>
        ) : (
          numbers.map((number) => (
            <a key={number} href={`tel:${number}`}>
              {number}
            </a>
          ))
        )}
        <span className="soft small">{callsText.since(formatInstant(openedAt))}</span>
      </p>
      <ul className="to-call-messages">
        {messages.map((message) => (
          <li key={message.id}>
            <details>
              <summary>
                {message.title}
                <span className="soft small">
                  {formatInstant(message.at)} · {message.reason}
                </span>
              </summary>
              <DeliveryList ways={message.ways} />
            </details>
          </li>
        ))}
      </ul>
      {calls.length === 0 ? null : (
        <details className="to-call-earlier">
          <summary>
            {callsText.earlier} {calls.length}
          </summary>
          <ul>
            {calls.map((made) => (
              <li key={`${made.calledAt}${made.words}`} className="small">
                {formatInstant(made.calledAt)} {made.officer}
                {marks.colon}
                {made.outcomeLabel}
                {made.reached === '' ? '' : `${marks.open}${made.reached}${marks.close}`}
                {marks.comma}
                {made.words}
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}
