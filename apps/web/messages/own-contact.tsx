import type { ContactView, MyMessages } from '#contract';
import { Button, Checkbox, Input, Popconfirm, Space, Tag } from 'antd';
import { useState } from 'react';
import { ProblemNote } from '../components/problem-note.js';
import { common, myMessagesText } from '../texts/zh.js';
import { useOwn } from './use-own.js';

interface OwnContactProps {
  contact: ContactView;
  mine: MyMessages;
}

/** One address: proven first, then what goes there. */
export function OwnContact({ contact, mine }: OwnContactProps) {
  const { id, address, channel, state, stateLabel, keptBy, refusedReason } = contact;
  const givingUp = useOwn('giveUpContact', myMessagesText.gaveUp);
  return (
    <li className="own-contact" data-testid="own-contact">
      <header>
        <b>{address}</b>
        <span className="soft small">
          {channel} · {keptBy === 'directory' ? myMessagesText.directory : myMessagesText.own}
        </span>
        <Tag color={state === 'inUse' ? 'green' : state === 'refused' ? 'red' : 'gold'}>{stateLabel}</Tag>
        <Space className="own-contact-acts" size={4}>
          {mine.inOrder ? <Moves contact={contact} mine={mine} /> : null}
          <Popconfirm
            title={myMessagesText.giveUpSure}
            okText={myMessagesText.giveUp}
            cancelText={common.cancel}
            onConfirm={() => givingUp.mutate({ params: { id } })}
          >
            <Button size="small" type="text" loading={givingUp.isPending}>
              {myMessagesText.giveUp}
            </Button>
          </Popconfirm>
        </Space>
      </header>
      {refusedReason === null ? null : <p className="late small">{refusedReason}</p>}
      {state === 'inUse' ? (
        <Wanted key={JSON.stringify(contact.unwanted)} contact={contact} mine={mine} />
      ) : (
        <Proof id={id} />
      )}
      <ProblemNote problem={givingUp.error} />
    </li>
  );
}

function Proof({ id }: { id: string }) {
  const [code, setCode] = useState('');
  const proving = useOwn('proveContact', myMessagesText.proven);
  const again = useOwn('sendCode', myMessagesText.codeSent);
  return (
    <>
      <p className="soft small">{myMessagesText.unproven}</p>
      <Space wrap>
        <Input
          value={code}
          onChange={({ target }) => setCode(target.value.replace(/\D/gu, '').slice(0, 6))}
          aria-label={myMessagesText.code}
          placeholder={myMessagesText.code}
          inputMode="numeric"
          autoComplete="one-time-code"
        />
        <Button
          type="primary"
          disabled={code.length !== 6}
          loading={proving.isPending}
          onClick={() => proving.mutate({ params: { id }, body: { code } })}
        >
          {myMessagesText.prove}
        </Button>
        <Button loading={again.isPending} onClick={() => again.mutate({ params: { id } })}>
          {myMessagesText.again}
        </Button>
      </Space>
      <ProblemNote problem={proving.error ?? again.error} />
    </>
  );
}

function Wanted({ contact, mine }: OwnContactProps) {
  const [unwanted, setUnwanted] = useState<string[]>(contact.unwanted);
  const [anyHour, setAnyHour] = useState(contact.anyHour);
  const saving = useOwn('chooseForContact', myMessagesText.saved);
  const changed =
    anyHour !== contact.anyHour || [...unwanted].sort().join() !== [...contact.unwanted].sort().join();
  const codes = mine.classes.map(({ code }) => code);
  return (
    <div className="own-contact-wanted">
      <span className="soft small">{myMessagesText.what}</span>
      <Checkbox.Group
        value={codes.filter((code) => !unwanted.includes(code))}
        onChange={(wanted) => setUnwanted(codes.filter((code) => !wanted.includes(code)))}
        options={mine.classes.map(({ code, label, demanded }) => ({
          value: code,
          label: demanded ? (
            <>
              {label} <small className="demanded">{myMessagesText.demanded}</small>
            </>
          ) : (
            label
          ),
        }))}
      />
      <Checkbox checked={anyHour} onChange={({ target }) => setAnyHour(target.checked)}>
        {myMessagesText.anyHour}
      </Checkbox>
      {changed ? (
        <Button
          type="primary"
          size="small"
          loading={saving.isPending}
          onClick={() => saving.mutate({ params: { id: contact.id }, body: { unwanted, anyHour } })}
        >
          {myMessagesText.save}
        </Button>
      ) : null}
      <ProblemNote problem={saving.error} />
    </div>
  );
}

/** Its place in the order in which addresses are used. */
function Moves({ contact, mine }: OwnContactProps) {
  const moving = useOwn('chooseMessages', myMessagesText.saved);
  const ids = mine.contacts.map(({ id }) => id);
  const at = ids.indexOf(contact.id);
  const move = (by: -1 | 1): void => {
    const order = ids.filter((id) => id !== contact.id);
    order.splice(at + by, 0, contact.id);
    moving.mutate({ body: { inOrder: mine.inOrder, hours: mine.hours, order } });
  };
  return (
    <>
      <Button
        size="small"
        disabled={at === 0 || moving.isPending}
        onClick={() => move(-1)}
        aria-label={myMessagesText.up}
      >
        ↑
      </Button>
      <Button
        size="small"
        disabled={at === ids.length - 1 || moving.isPending}
        onClick={() => move(1)}
        aria-label={myMessagesText.down}
      >
        ↓
      </Button>
    </>
  );
}
