import { FINDING_LABELS, type AllowedAction, type VerificationView } from '#contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, InputNumber, Modal, Radio } from 'antd';
import { useState } from 'react';
import { isConflict } from '../api/api-problem.js';
import { act, etagOf } from '../api/client.js';
import { useIntentionKey } from '../api/use-intention-key.js';
import { ProblemNote } from '../components/problem-note.js';
import { wordInLanguage } from '../texts/in-language.js';
import { actionTexts, common, verificationText, marks } from '../texts/zh.js';

interface Finding {
  finding: keyof typeof FINDING_LABELS;
  found?: number | null;
  words: string;
  evidence?: { label: string; ref: string }[];
}

interface FindingProps {
  action: AllowedAction;
  verification: VerificationView;
}

const { recording } = verificationText;
const choices = Object.entries(FINDING_LABELS).map(([value, label]) => ({
  value,
  label: wordInLanguage(label),
}));

/** Opens the form in which a finding is recorded. */
export function FindingButton(props: FindingProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button type="primary" size="small" data-testid="record-finding" onClick={() => setOpen(true)}>
        {props.action.label}
      </Button>
      {isOpen ? <FindingDialog {...props} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function FindingDialog({ action, verification, onClose }: FindingProps & { onClose: () => void }) {
  const [form] = Form.useForm<Finding>();
  const keyFor = useIntentionKey();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const etag = etagOf(verification.version);
  const recorded = useMutation({
    mutationFn: ({ found, evidence = [], ...said }: Finding) => {
      const body = { ...said, evidence, ...(found == null ? {} : { found }) };
      return act(action.href, { body, key: keyFor(etag, body), etag });
    },
    onSuccess: async () => {
      void message.success(actionTexts.done(action.label));
      onClose();
      await queries.invalidateQueries();
    },
  });
  const { code, title } = verification.task;
  return (
    <Modal
      open
      title={`${action.label}${marks.colon}${code} ${title}`}
      okText={action.label}
      okButtonProps={{ danger: true, htmlType: 'submit', form: 'finding-form' }}
      cancelText={common.cancel}
      confirmLoading={recorded.isPending}
      onCancel={onClose}
      data-testid="finding-dialog"
    >
      <Form
        id="finding-form"
        form={form}
        layout="vertical"
        requiredMark="optional"
        onFinish={(values) => recorded.mutate(values)}
      >
        {verification.reported === null ? null : (
          <p className="dialog-about">
            {verificationText.reported(
              `${Math.round(verification.reported * 10) / 10}%`,
              verification.period,
            )}
            {verification.words === null || verification.words === ''
              ? ''
              : `${marks.colon}${verification.words}`}
          </p>
        )}
        <p className="dialog-prompt">{recording.hint}</p>
        <Form.Item
          name="finding"
          label={recording.finding}
          rules={[{ required: true, message: common.required }]}
        >
          <Radio.Group options={choices} />
        </Form.Item>
        <Form.Item name="found" label={recording.found}>
          <InputNumber min={0} max={100} precision={1} suffix="%" />
        </Form.Item>
        <Form.Item
          name="words"
          label={recording.words}
          rules={[{ required: true, whitespace: true, message: common.required }]}
        >
          <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} maxLength={4000} />
        </Form.Item>
        <Form.List
          name="evidence"
          rules={[
            {
              validator: (_, evidence: Finding['evidence']) =>
                form.getFieldValue('finding') === 'true' || (evidence ?? []).length > 0
                  ? Promise.resolve()
                  : Promise.reject(new Error(recording.evidenceMissing)),
            },
          ]}
        >
          {(fields, { add, remove }, { errors }) => (
            <Form.Item label={recording.evidence} required>
              {fields.map(({ key, name }) => (
                <div key={key} className="finding-evidence">
                  <Form.Item
                    name={[name, 'label']}
                    rules={[{ required: true, message: common.required }]}
                    noStyle
                  >
                    <Input placeholder={recording.label} aria-label={recording.label} maxLength={200} />
                  </Form.Item>
                  <Form.Item
                    name={[name, 'ref']}
                    rules={[{ required: true, message: common.required }]}
                    noStyle
                  >
                    <Input placeholder={recording.ref} aria-label={recording.ref} maxLength={500} />
                  </Form.Item>
                  <Button type="text" onClick={() => remove(name)}>
                    {recording.remove}
                  </Button>
                </div>
              ))}
              <Button type="dashed" onClick={() => add()} data-testid="add-evidence">
                {recording.add}
              </Button>
              <Form.ErrorList errors={errors} />
            </Form.Item>
          )}
        </Form.List>
        <ProblemNote
          problem={recorded.error}
          onRetry={isConflict(recorded.error) ? () => void queries.invalidateQueries() : undefined}
        />
      </Form>
    </Modal>
  );
}
