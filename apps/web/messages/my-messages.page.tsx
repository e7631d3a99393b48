import type { MyMessages } from '#contract';
import { useQuery } from '@tanstack/react-query';
import { Answer } from '../components/answer.js';
import { EmptyNote } from '../components/empty-note.js';
import { PageTitle } from '../components/page-title.js';
import { Panel } from '../components/panel.js';
import { myMessagesText } from '../texts/zh.js';
import { AddAddress } from './add-address.js';
import { OwnContact } from './own-contact.js';
import { OwnHours } from './own-hours.js';
import { myMessagesQuery } from './queries.js';
import './messages.css';

/** How one wants to be told, within what policy demands. */
export function MyMessagesPage() {
  const mine = useQuery(myMessagesQuery);
  return (
    <>
      <div className="page-head">
        <PageTitle title={myMessagesText.title} />
        <span className="soft">{myMessagesText.hint}</span>
      </div>
      <Answer query={mine}>{(found) => <Settings mine={found} />}</Answer>
    </>
  );
}

function Settings({ mine }: { mine: MyMessages }) {
  const { contacts, channels, throttle } = mine;
  return (
    <>
      <Panel
        title={myMessagesText.addresses}
        note={myMessagesText.throttle(throttle.letters, throttle.withinMinutes)}
        flush
      >
        {contacts.length === 0 ? (
          <EmptyNote title={myMessagesText.none} hint={myMessagesText.noneHint} />
        ) : (
          <>
            <p className="soft small own-contacts-note">{myMessagesText.demandedHint}</p>
            <ul className="cards" data-testid="own-contacts">
              {contacts.map((contact) => (
                <OwnContact key={contact.id} contact={contact} mine={mine} />
              ))}
            </ul>
          </>
        )}
      </Panel>
      <Panel title={myMessagesText.add}>
        {channels.length === 0 ? (
          <p className="soft">{myMessagesText.noChannels}</p>
        ) : (
          <AddAddress channels={channels} />
        )}
      </Panel>
      <Panel title={myMessagesText.how}>
        <OwnHours key={JSON.stringify([mine.inOrder, mine.hours])} mine={mine} />
      </Panel>
    </>
  );
}
