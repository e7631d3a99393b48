import { App, Checkbox, Form, Input, Modal } from 'antd';
import { useId } from 'react';
import { common, listsText } from '../texts/zh.js';
import { LONGEST_NAME, type KeptFilters } from './kept-filters.js';

interface SaveFilterProps {
  kept: KeptFilters;
  onSave: (name: string, opens: boolean) => void;
  onClose: () => void;
}

/** Keeps the conditions in force under a name. */
export function SaveFilter({ kept, onSave, onClose }: SaveFilterProps) {
  const id = useId();
  const [form] = Form.useForm<{ name: string; opens: boolean }>();
  const { message } = App.useApp();
  const typed = Form.useWatch('name', form)?.trim() ?? '';
  const taken = kept.saved.some(({ name }) => name === typed);
  return (
    <Modal
      open
      title={listsText.saveTitle}
      okText={listsText.saveButton}
      okButtonProps={{ htmlType: 'submit', form: id }}
      cancelText={common.cancel}
      onCancel={onClose}
      data-testid="save-filter"
    >
      <Form
        id={id}
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ name: '', opens: false }}
        onFinish={({ name, opens }) => {
          onSave(name.trim(), opens);
          void message.success(listsText.savedAs(name.trim()));
          onClose();
        }}
      >
        <Form.Item
          name="name"
          label={listsText.name}
          rules={[{ required: true, whitespace: true, message: listsText.nameEmpty }]}
          extra={taken ? <span className="soft">{listsText.replaces(typed)}</span> : undefined}
        >
          <Input autoFocus autoComplete="off" maxLength={LONGEST_NAME} />
        </Form.Item>
        <Form.Item
          name="opens"
          valuePropName="checked"
          extra={<span className="soft small">{listsText.where}</span>}
        >
          <Checkbox>{listsText.opensWith}</Checkbox>
        </Form.Item>
      </Form>
    </Modal>
  );
}
