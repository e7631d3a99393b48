import type { AllowedAction } from '#contract';
import { Button } from 'antd';
import { useState } from 'react';
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
}

/** Possible at any time and wanted seldom: a tired hand must not be drawn to them. */
const EXCEPTIONAL = new Set(['suspend', 'withdraw', 'extend', 'reopen']);

/** The buttons that the answer allows: the first one is the usual next step, where there is one. */
export function ActionButtons({
  actions,
  etag,
  extra,
  size = 'medium',
  subject,
  onDone,
}: ActionButtonsProps) {
  const [chosen, choose] = useState<AllowedAction | null>(null);
  return (
    <>
      {actions.map((action, index) => (
        <Button
          key={action.action}
          data-testid={`action-${action.action}`}
          size={size}
          type={index === 0 && !EXCEPTIONAL.has(action.action) ? 'primary' : 'default'}
          danger={action.grave && index > 0}
          onClick={() => choose(action)}
        >
          {action.label}
        </Button>
      ))}
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
