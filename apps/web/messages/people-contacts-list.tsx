import type { ChannelView, PeopleContacts } from '#contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Checkbox, Form, Input, Modal, Popconfirm, Select, Tag } from 'antd';
import { useState } from 'react';
import { call } from '../api/client.js';
import { Answer } from '../components/answer.js';
import { EmptyNote } from '../components/empty-note.js';
import { ExportButton } from '../components/export-button.js';
import { ProblemNote } from '../components/problem-note.js';
import { common, myMessagesText, peopleContactsText } from '../texts/zh.js';
import { peopleContactsFilter, peopleContactsQuery } from './queries.js';

type Person = PeopleContacts['items'][number];
interface Values {
  channelId: string;
  address: string;
}

/** Everybody's addresses, as the directory has them and as they gave them themselves. */
export function PeopleContactsList({ channels }: { channels: readonly ChannelView[] }) {
  const [search, setSearch] = useState('');
  const { without = false } = useSearch({ from: '/inside/letters' });
  const navigate = useNavigate({ from: '/letters' });
  const [adding, setAdding] = useState<Person | null>(null);
  const people = useQuery(peopleContactsQuery(search, without));
  return (
    <section className="panel">
      <div className="panel-body bar">
        <Input.Search
          className="people-search"
          allowClear
          placeholder={peopleContactsText.search}
          aria-label={peopleContactsText.search}
          onSearch={(text) => setSearch(text.trim())}
        />
        <Checkbox
          checked={without}
          onChange={({ target }) =>
            void navigate({
              search: (old) => ({ ...old, without: target.checked || undefined }),
              replace: true,
            })
          }
        >
          {peopleContactsText.without}
        </Checkbox>
        <ExportButton list="peopleContacts" query={peopleContactsFilter(search, without)} />
      </div>
      <Answer query={people}>
        {({ items, total }) =>
          items.length === 0 ? (
            <EmptyNote title={peopleContactsText.none} />
          ) : (
            <>
              <ul className="cards people" data-testid="people-contacts">
                {items.map((person) => (
                  <PersonRow key={person.id} person={person} onAdd={() => setAdding(person)} />
                ))}
              </ul>
              <p className="panel-body soft small">
                {peopleContactsText.shown(items.length, total ?? items.length)}
              </p>
            </>
          )
        }
      </Answer>
      {adding === null ? null : (
        <AddDialog person={adding} channels={channels} onClose={() => setAdding(null)} />
      )}
    </section>
  );
}

function PersonRow({ person, onAdd }: { person: Person; onAdd: () => void }) {
  const queries = useQueryClient();
  const taking = useMutation({
    mutationFn: (contact: string) => call('takeBackContact', { params: { id: person.id, contact } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['people-contacts'] }),
  });
  return (
    <li data-testid="person-contacts">
      <header>
        <b>{person.name}</b>
        <span className="soft small">
          {person.unit} · {person.username}
        </span>
        <Button size="small" onClick={onAdd}>
          {peopleContactsText.add}
        </Button>
      </header>
      {person.contacts.length === 0 ? (
        <span className="soft">{peopleContactsText.noAddress}</span>
      ) : (
        <ul>
          {person.contacts.map(({ id, address, channel, keptBy, state, stateLabel, refusedReason }) => (
            <li key={id} className="bar">
              <span>{address}</span>
              <span className="soft small">
                {channel} · {keptBy === 'directory' ? myMessagesText.directory : myMessagesText.own}
              </span>
              <Tag
                color={state === 'inUse' ? 'green' : state === 'refused' ? 'red' : 'gold'}
                title={refusedReason ?? stateLabel}
              >
                {stateLabel}
              </Tag>
              <Popconfirm
                title={peopleContactsText.takeBackSure}
                okText={peopleContactsText.takeBack}
                cancelText={common.cancel}
                onConfirm={() => taking.mutate(id)}
              >
                <Button size="small" type="text">
                  {peopleContactsText.takeBack}
                </Button>
              </Popconfirm>
            </li>
          ))}
        </ul>
      )}
      <ProblemNote problem={taking.error} />
    </li>
  );
}

interface AddDialogProps {
  person: Person;
  channels: readonly ChannelView[];
  onClose: () => void;
}

function AddDialog({ person, channels, onClose }: AddDialogProps) {
  const queries = useQueryClient();
  const adding = useMutation({
    mutationFn: (body: Values) => call('recordContact', { params: { id: person.id }, body }),
    onSuccess: async () => {
      onClose();
      await queries.invalidateQueries({ queryKey: ['people-contacts'] });
    },
  });
  const own = channels.filter(({ isGroup }) => !isGroup);
  return (
    <Modal
      open
      title={peopleContactsText.addTitle(person.name)}
      okText={peopleContactsText.add}
      okButtonProps={{ htmlType: 'submit', form: 'person-contact-form', disabled: own.length === 0 }}
      cancelText={common.cancel}
      confirmLoading={adding.isPending}
      onCancel={onClose}
    >
      {own.length === 0 ? (
        <p>{myMessagesText.noChannels}</p>
      ) : (
        <Form
          id="person-contact-form"
          layout="vertical"
          initialValues={{ channelId: own[0]?.id }}
          onFinish={(values: Values) => adding.mutate(values)}
        >
          <Form.Item name="channelId" label={myMessagesText.channel}>
            <Select options={own.map(({ id, name }) => ({ value: id, label: name }))} />
          </Form.Item>
          <Form.Item
            name="address"
            label={peopleContactsText.address}
            extra={peopleContactsText.addHint}
            rules={[{ required: true, message: common.required }]}
          >
            <Input maxLength={300} />
          </Form.Item>
          <ProblemNote problem={adding.error} />
        </Form>
      )}
    </Modal>
  );
}
