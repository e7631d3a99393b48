import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Flex, Tag } from 'antd';
import { call } from '../api/client.js';
import { ProblemNote } from '../components/problem-note.js';
import { formatInstant } from '../format/date.js';
import { accessTexts } from '../texts/zh.js';
import { deviceOf } from './device-of.js';

const SESSIONS = ['own-sessions'];

/** From where one has signed in; each can be ended from here. */
export function OwnSessions() {
  const queries = useQueryClient();
  const sessions = useQuery({ queryKey: SESSIONS, queryFn: ({ signal }) => call('sessions', { signal }) });
  const onSuccess = (): Promise<void> => queries.invalidateQueries({ queryKey: SESSIONS });
  const endOne = useMutation({
    mutationFn: (id: string) => call('endSession', { params: { id } }),
    onSuccess,
  });
  const endOthers = useMutation({ mutationFn: () => call('endOtherSessions'), onSuccess });
  const items = sessions.data?.items ?? [];
  return (
    <Flex vertical gap={12}>
      <ul className="access-sessions">
        {items.map(({ id, agent, address, createdAt, lastSeenAt, current }) => (
          <li key={id}>
            <div>
              <strong>{agent === null ? accessTexts.unknownAgent : deviceOf(agent)}</strong>{' '}
              {current ? <Tag color="blue">{accessTexts.current}</Tag> : null}
              <div className="soft small">
                {[
                  address,
                  accessTexts.began(formatInstant(createdAt)),
                  accessTexts.used(formatInstant(lastSeenAt)),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </div>
            </div>
            {current ? null : (
              <Button
                size="small"
                loading={endOne.isPending && endOne.variables === id}
                onClick={() => endOne.mutate(id)}
              >
                {accessTexts.endOne}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {items.length > 1 ? (
        <Button loading={endOthers.isPending} onClick={() => endOthers.mutate()} data-testid="end-others">
          {accessTexts.endOthers}
        </Button>
      ) : (
        <p className="soft">{accessTexts.onlyThis}</p>
      )}
      <ProblemNote problem={sessions.error ?? endOne.error ?? endOthers.error} />
    </Flex>
  );
}
