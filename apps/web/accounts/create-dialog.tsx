import type { FirstPassword } from '#contract';
import { Form, Input } from 'antd';
import { useState } from 'react';
import { call } from '../api/client.js';
import { useIntentionKey } from '../api/use-intention-key.js';
import { accountTexts } from '../texts/zh.js';
import { FormDialog } from './form-dialog.js';
import { PasswordsDialog } from './passwords-dialog.js';
import { PersonFields } from './person-fields.js';

interface Values {
  username: string;
  name: string;
  unitId: string;
  reason: string;
}

/** A new account; its first password is shown this once. */
export function CreateDialog({ onClose }: { onClose: () => void }) {
  const [told, setTold] = useState<FirstPassword>();
  const keyOf = useIntentionKey();
  if (told !== undefined) {
    const { username, name } = told.account;
    return (
      <PasswordsDialog passwords={[{ username, name, password: told.firstPassword }]} onClose={onClose} />
    );
  }
  return (
    <FormDialog<Values, FirstPassword>
      title={accountTexts.create}
      submit={(body) => call('createAccount', { body, key: keyOf(body) })}
      onDone={setTold}
      onClose={onClose}
    >
      <Form.Item
        name="username"
        label={accountTexts.username}
        extra={accountTexts.usernameHint}
        rules={[
          { required: true, pattern: /^[a-z0-9][a-z0-9._-]{1,39}$/u, message: accountTexts.usernameWrong },
        ]}
      >
        <Input autoComplete="off" maxLength={40} />
      </Form.Item>
      <PersonFields />
    </FormDialog>
  );
}
