import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Flex, Input, Modal, Space } from 'antd';
import { call } from '../api/client.js';
import { useCopy } from '../components/use-copy.js';
import { ProblemNote } from '../components/problem-note.js';
import { formatInstant } from '../format/date.js';
import { feedTexts, marks } from '../texts/zh.js';

const FEED = ['calendar-feed'];

/** The secret address of one's due dates: made, shown once, changed for another, stopped. */
export function FeedDialog({ onClose }: { onClose: () => void }) {
  const queries = useQueryClient();
  const { message } = App.useApp();
  const feed = useQuery({ queryKey: FEED, queryFn: ({ signal }) => call('calendarFeed', { signal }) });
  const again = (): Promise<void> => queries.invalidateQueries({ queryKey: FEED });
  const renewal = useMutation({ mutationFn: () => call('renewCalendarFeed'), onSuccess: again });
  const ending = useMutation({
    mutationFn: () => call('endCalendarFeed'),
    onSuccess: async () => {
      renewal.reset();
      void message.success(feedTexts.stopped);
      await again();
    },
  });
  const url = renewal.data?.url;
  const copy = useCopy(feedTexts.copied, feedTexts.copyFailed);
  const madeAt = feed.data?.madeAt ?? null;
  const readAt = feed.data?.readAt ?? null;
  return (
    <Modal open title={feedTexts.title} onCancel={onClose} footer={null}>
      <Flex vertical gap={12}>
        <p>{feedTexts.what}</p>
        {url === undefined ? null : (
          <>
            <Space.Compact block>
              <Input
                readOnly
                value={url}
                aria-label={feedTexts.address}
                onFocus={(event) => event.target.select()}
              />
              <Button onClick={() => copy(url)}>{feedTexts.copy}</Button>
            </Space.Compact>
            <p className="soft small">{feedTexts.secret}</p>
          </>
        )}
        <p className="soft">
          {madeAt === null ? feedTexts.none : feedTexts.made(formatInstant(madeAt))}
          {madeAt === null
            ? ''
            : `${marks.semicolon}${readAt === null ? feedTexts.neverRead : feedTexts.read(formatInstant(readAt))}`}
        </p>
        <Space>
          <Button type="primary" loading={renewal.isPending} onClick={() => renewal.mutate()}>
            {madeAt === null ? feedTexts.make : feedTexts.renew}
          </Button>
          {madeAt === null ? null : (
            <Button loading={ending.isPending} onClick={() => ending.mutate()}>
              {feedTexts.stop}
            </Button>
          )}
        </Space>
        <ProblemNote problem={feed.error ?? renewal.error ?? ending.error} />
      </Flex>
    </Modal>
  );
}
