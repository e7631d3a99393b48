import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Alert, Tabs } from 'antd';
import { Answer } from '../components/answer.js';
import { PageTitle } from '../components/page-title.js';
import { lettersText } from '../texts/zh.js';
import { ChannelCards } from './channel-cards.js';
import { chosenFilter } from '../lists/opening-filter.js';
import { useSession } from '../session/use-session.js';
import { LetterList } from './letter-list.js';
import { letterFilterSchema, letterSearchSchema } from './letter-search.js';
import { PeopleContactsList } from './people-contacts-list.js';
import { channelsQuery } from './queries.js';
import { WakeUps } from './wake-ups.js';
import './messages.css';

/** Channels, letters and addresses, for administrators; the auditor reads. */
export function LettersPage() {
  const channels = useQuery(channelsQuery);
  const { tabs } = lettersText;
  const { tab } = useSearch({ from: '/inside/letters' });
  const navigate = useNavigate({ from: '/letters' });
  const { person } = useSession();
  // The letters open with the filter that was chosen for them, the other parts as they are.
  const turnTo = (part: string): void =>
    void navigate({
      search:
        part === 'letters'
          ? { ...chosenFilter('letters', letterFilterSchema, person.id) }
          : letterSearchSchema.parse({ tab: part }),
    });
  return (
    <>
      <div className="page-head">
        <PageTitle title={lettersText.title} />
        <span className="soft">{lettersText.hint}</span>
      </div>
      <Answer query={channels}>
        {(list) => (
          <>
            {list.rehearsal ? <Alert type="warning" showIcon title={lettersText.rehearsal} /> : null}
            {list.mayChange ? null : <p className="soft">{lettersText.readOnly}</p>}
            <Tabs
              activeKey={tab !== undefined && (list.mayChange || tab === 'channels') ? tab : 'letters'}
              onChange={turnTo}
              destroyOnHidden
              items={[
                { key: 'letters', label: tabs.letters, children: <LetterList channels={list.items} /> },
                { key: 'channels', label: tabs.channels, children: <ChannelCards list={list} /> },
                ...(list.mayChange
                  ? [
                      {
                        key: 'people',
                        label: tabs.people,
                        children: <PeopleContactsList channels={list.items} />,
                      },
                      { key: 'queue', label: tabs.queue, children: <WakeUps /> },
                    ]
                  : []),
              ]}
            />
          </>
        )}
      </Answer>
    </>
  );
}
