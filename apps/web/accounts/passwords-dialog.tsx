import { ShownOnceDialog } from '../components/shown-once-dialog.js';
import { accountTexts, marks } from '../texts/zh.js';

const { password: texts } = accountTexts;

export interface Told {
  username: string;
  name: string;
  password: string;
}

/** First passwords, this once. */
export const PasswordsDialog = ({
  passwords,
  onClose,
}: {
  passwords: readonly Told[];
  onClose: () => void;
}) => (
  <ShownOnceDialog
    texts={texts}
    items={passwords.map(({ username, name, password }) => ({
      label: texts.label(`${name}${marks.open}${username}${marks.close}`),
      value: password,
    }))}
    testId="first-passwords"
    savedTestId="passwords-saved"
    onClose={onClose}
  />
);
