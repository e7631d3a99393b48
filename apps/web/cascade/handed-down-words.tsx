import type { HandedDownTaskView } from '#contract';
import { Form, Input } from 'antd';
import { call, etagOf } from '../api/client.js';
import { useIntentionKey } from '../api/use-intention-key.js';
import { FormDialog } from '../components/form-dialog.js';
import { cascadeText, common, marks } from '../texts/zh.js';
import { handedDownQuery } from './queries.js';

interface HandedDownWordsProps {
  item: HandedDownTaskView;
  act: 'ask' | 'decline';
  onClose: () => void;
}

/** Asks the jurisdiction above, or sends back what it handed down: words that go up. */
export function HandedDownWords({ item, act, onClose }: HandedDownWordsProps) {
  const keyFor = useIntentionKey();
  const { id, version } = item;
  const sends = ({ words }: { words: string }): Promise<HandedDownTaskView> => {
    const how = { params: { id }, etag: etagOf(version), key: keyFor(id, words, act) };
    return act === 'ask'
      ? call('askAboutHandedDown', { ...how, body: { question: words } })
      : call('declineHandedDown', { ...how, body: { reason: words } });
  };
  return (
    <FormDialog<{ words: string }, HandedDownTaskView>
      title={`${cascadeText[act]}${marks.colon}${item.title}`}
      ok={cascadeText[act]}
      danger={act === 'decline'}
      submit={sends}
      again={handedDownQuery.queryKey}
      done={cascadeText.sent}
      testId={`${act}-handed-down`}
      onClose={onClose}
    >
      <Form.Item
        name="words"
        label={act === 'ask' ? cascadeText.question : cascadeText.declineReason}
        rules={[{ required: true, whitespace: true, message: common.required }]}
      >
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} maxLength={4000} />
      </Form.Item>
    </FormDialog>
  );
}
