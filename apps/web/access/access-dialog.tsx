import { useQueryClient } from '@tanstack/react-query';
import { App, Modal, Tabs } from 'antd';
import { knowSession } from '../api/queries.js';
import { ChangePasswordForm } from '../sign-in/change-password-form.js';
import { accessTexts, delegationTexts } from '../texts/zh.js';
import { ApiTokens } from './api-tokens.js';
import { Delegations } from './delegations.js';
import { OwnSessions } from './own-sessions.js';
import { SecondFactor } from './second-factor.js';
import './access.css';

/** A person's own way in: second factor, devices, password. */
export function AccessDialog({ onClose }: { onClose: () => void }) {
  const queries = useQueryClient();
  const { message } = App.useApp();
  return (
    <Modal open title={accessTexts.title} onCancel={onClose} footer={null} destroyOnHidden>
      <Tabs
        items={[
          { key: 'factor', label: accessTexts.factor, children: <SecondFactor /> },
          { key: 'sessions', label: accessTexts.sessions, children: <OwnSessions /> },
          {
            key: 'password',
            label: accessTexts.password,
            children: (
              <ChangePasswordForm
                own
                onDone={async (session) => {
                  knowSession(queries, session);
                  void message.success(accessTexts.passwordChanged);
                  onClose();
                  await Promise.resolve();
                }}
              />
            ),
          },
          { key: 'tokens', label: accessTexts.tokens, children: <ApiTokens /> },
          { key: 'delegations', label: delegationTexts.tab, children: <Delegations /> },
        ]}
      />
    </Modal>
  );
}
