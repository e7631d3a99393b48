import { FormDialog as Dialog, type FormDialogProps } from '../components/form-dialog.js';
import { webhookTexts } from '../texts/zh.js';
import { webhooksQuery } from './webhooks-query.js';

/** A dialog about a subscription. */
export const FormDialog = <V extends object, T>(props: FormDialogProps<V, T>) => (
  <Dialog<V, T> {...props} again={webhooksQuery.queryKey} done={webhookTexts.done} testId="webhook-dialog" />
);
