import type { MyMessages } from '#contract';
import { Button, Form, Input, Select } from 'antd';
import { ProblemNote } from '../components/problem-note.js';
import { common, myMessagesText } from '../texts/zh.js';
import { useOwn } from './use-own.js';

interface Values {
  channelId: string;
  address: string;
}

/** An address of one's own: a code goes there first. */
export function AddAddress({ channels }: Pick<MyMessages, 'channels'>) {
  const [form] = Form.useForm<Values>();
  const offering = useOwn('offerContact', myMessagesText.codeSent, () => form.resetFields(['address']));
  return (
    <Form
      form={form}
      layout="vertical"
      className="add-address"
      initialValues={{ channelId: channels[0]?.id }}
      onFinish={(body) => offering.mutate({ body })}
    >
      <Form.Item name="channelId" label={myMessagesText.channel}>
        <Select options={channels.map(({ id, name }) => ({ value: id, label: name }))} />
      </Form.Item>
      <Form.Item
        name="address"
        label={myMessagesText.address}
        rules={[{ required: true, message: common.required }]}
        extra={myMessagesText.addHint}
      >
        <Input maxLength={300} autoComplete="email" />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={offering.isPending}>
        {myMessagesText.send}
      </Button>
      <ProblemNote problem={offering.error} />
    </Form>
  );
}
