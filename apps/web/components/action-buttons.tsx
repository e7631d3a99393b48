import type { AllowedAction } from '#contract';
import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import { actionTexts } from '../texts/zh.js';
import { ActionDialog } from './action-dialog.js';

interface ActionButtonsProps {
  actions: readonly AllowedAction[];
  /** ETag of the thing as it was shown. */
  etag: string;
  /** Members of the request that come from the page, not from the dialog. */
  extra?: Readonly<Record<string, string>> | undefined;
  size?: 'small' | 'medium';
  /** What the thing is called in the dialog's title. */
  subject: string;
  onDone?: () => void;
  /** What else the page can do with the thing, beside its actions: at the end of the menu. */
  more?: readonly { key: string; label: string; open: () => void }[];
}

/**
 * The buttons that the answer allows: the first one is the usual next step, where there is one. What is wanted rarely is
 * in a menu: a tired hand must not be drawn to it.
 */
export function ActionButtons({
  actions,
  etag,
  extra,
  size = 'medium',
  subject,
  onDone,
  more = [],
}: ActionButtonsProps) {
  const [chosen, choose] = useState<AllowedAction | null>(null);
  const usual = actions.filter(({ seldom }) => seldom !== true);
  const menu = [
    ...actions
      .filter(({ seldom }) => seldom === true)
      .map((action) => ({ key: action.action, label: action.label, open: () => choose(action) })),
    ...more,
  ];
  return (
    <>
      {usual.map((action, index) => (
        <Button
          key={action.action}
          data-testid={`action-${action.action}`}
          size={size}
          type={index === 0 ? 'primary' : 'default'}
          danger={action.grave && index > 0}
          onClick={() => choose(action)}
        >
          {action.label}
        </Button>
      ))}
      {menu.length === 0 ? null : (
        <Dropdown
          trigger={['click']}
          menu={{
            items: menu.map(({ key, label }) => ({
              key,
              label: <span data-testid={`action-${key}`}>{label}</span>,
            })),
            onClick: ({ key }) => menu.find((one) => one.key === key)?.open(),
          }}
        >
          <Button size={size} data-testid="more-actions">
            {actionTexts.more} ▾
          </Button>
        </Dropdown>
      )}
      {chosen === null ? null : (
        <ActionDialog
          action={chosen}
          subject={subject}
          etag={etag}
          extra={extra}
          onClose={() => choose(null)}
          onDone={onDone}
        />
      )}
    </>
  );
}
