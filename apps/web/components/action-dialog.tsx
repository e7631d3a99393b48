import type { AllowedAction } from '#contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Form, Modal } from 'antd';
import { ApiProblem, isConflict } from '../api/api-problem.js';
import { act } from '../api/client.js';
import { useIntentionKey } from '../api/use-intention-key.js';
import { actionTexts, common, marks } from '../texts/zh.js';
import { ActionFieldInput } from './action-field-input.js';
import { toFirstField } from './first-field.js';
import { ProblemNote } from './problem-note.js';
import { useFocusBack } from './use-focus-back.js';

const FORM = 'action-form';

interface ActionDialogProps {
  action: AllowedAction;
  subject: string;
  /** ETag of the thing as it was shown. */
  etag: string;
  /** Members of the request that come from the page, not from the dialog. */
  extra?: Readonly<Record<string, string>> | undefined;
  onClose: () => void;
  onDone?: (() => void) | undefined;
}

/** What happens next, so that nobody presses a button to find out. */
const consequenceOf = ({ action, grave }: AllowedAction): string =>
  [actionTexts.consequences[action] ?? '', grave ? actionTexts.gravePrompt : actionTexts.plainPrompt].join(
    '',
  );

type Values = Record<string, string | string[] | number | null | undefined>;

/** Empty fields are left out: the server distinguishes "not said" from "said nothing". */
const filled = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => isSaid(value)));

const isSaid = (value: Values[string]): boolean =>
  value !== undefined && value !== null && (typeof value === 'number' || value.length > 0);

/** The form of one allowed action; what the fields are follows from the answer. */
export function ActionDialog({ action, subject, etag, extra, onClose, onDone }: ActionDialogProps) {
  useFocusBack();
  const [form] = Form.useForm<Values>();
  const keyFor = useIntentionKey();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const doing = useMutation({
    mutationFn: (values: Values) => {
      const body = { ...filled(values), ...extra };
      return act(action.href, { body, key: keyFor(etag, body), etag });
    },
    onSuccess: async () => {
      void message.success(actionTexts.done(action.label));
      onClose();
      onDone?.();
      await queries.invalidateQueries();
    },
    onError: (problem) => {
      if (!(problem instanceof ApiProblem)) return;
      form.setFields(
        problem.errors.map(({ path, message: text }) => ({ name: path.replace(/^\//, ''), errors: [text] })),
      );
    },
  });
  /** Reads the thing again; what was typed stays in the dialog. */
  const reload = (): void => {
    doing.reset();
    void queries.invalidateQueries();
  };
  return (
    <Modal
      open
      title={`${action.label}${marks.colon}${subject}`}
      okText={action.label}
      // What cannot be taken back asks for a look first: there Enter leaves everything as it is.
      okButtonProps={{
        danger: action.grave,
        htmlType: 'submit',
        form: FORM,
        autoFocus: action.fields.length === 0 && !action.grave,
      }}
      cancelText={common.cancel}
      cancelButtonProps={{ autoFocus: action.fields.length === 0 && action.grave }}
      afterOpenChange={(open) => toFirstField(FORM, open)}
      confirmLoading={doing.isPending}
      onCancel={onClose}
      data-testid="action-dialog"
    >
      <Form
        id={FORM}
        form={form}
        layout="vertical"
        requiredMark="optional"
        onFinish={(values) => doing.mutate(values)}
      >
        {action.about === undefined ? null : (
          <p className="dialog-about">{actionTexts.about(action.about)}</p>
        )}
        <p className="dialog-prompt">{consequenceOf(action)}</p>
        {action.fields.map((field) => (
          <ActionFieldInput key={field.name} field={field} />
        ))}
        <ProblemNote problem={doing.error} onRetry={isConflict(doing.error) ? reload : undefined} />
      </Form>
    </Modal>
  );
}
