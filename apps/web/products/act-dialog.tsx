import type { AllowedAction, ProductView } from '#contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { App, Input, Modal } from 'antd';
import { useId, useState } from 'react';
import { isConflict } from '../api/api-problem.js';
import { call, etagOf } from '../api/client.js';
import { useIntentionKey } from '../api/use-intention-key.js';
import { ProblemNote } from '../components/problem-note.js';
import { common, productText } from '../texts/zh.js';
import { EmptyRelease, useEmptyRelease } from './empty-release.js';
import { IssueFacts } from './issue-facts.js';

interface ActDialogProps {
  product: ProductView;
  step: AllowedAction;
  onClose: () => void;
}

/** Asks before a step, by its weight: what follows, of the issue also the number and who gets it, of a withdrawal the reason. */
export function ActDialog({ product, step, onClose }: ActDialogProps) {
  const { action, label, grave, needsReason } = step;
  const [reason, say] = useState('');
  const [asked, ask] = useState(false);
  const [sure, beSure] = useState(false);
  const release = useEmptyRelease(product, action);
  const id = useId();
  const keyFor = useIntentionKey();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const doing = useMutation({
    mutationFn: () => {
      const body = { ...(needsReason && { reason }), ...(release === 'empty' && { publishEmpty: sure }) };
      const etag = etagOf(product.version);
      const params = { id: product.id, action };
      return call('actOnProduct', { params, body, etag, key: keyFor(action, etag, body) });
    },
    onSuccess: async (done) => {
      queries.setQueryData(['products', done.id], done);
      void message.success(productText.acts.done(label));
      onClose();
      await queries.invalidateQueries();
      // A correction is a product of its own.
      if (done.id !== product.id)
        await navigate({ to: '/products/$productId', params: { productId: done.id } });
    },
  });
  const missing = (needsReason && reason.trim() === '') || (release === 'empty' && !sure);
  const send = (): void => {
    ask(true);
    if (!missing && !doing.isPending) doing.mutate();
  };
  return (
    <Modal
      open
      title={
        action === 'issue'
          ? productText.issue.title(product.title)
          : productText.acts.title(label, product.title)
      }
      okText={label}
      okButtonProps={{
        danger: grave && action !== 'issue',
        disabled: doing.isPending || release === 'unknown',
      }}
      cancelText={common.cancel}
      onOk={send}
      onCancel={onClose}
      data-testid="product-act"
    >
      {action === 'issue' ? <IssueFacts product={product} /> : null}
      {release === 'empty' ? <EmptyRelease sure={sure} asked={asked} onSure={beSure} /> : null}
      <p className="dialog-prompt">
        {productText.acts.consequences[action] ?? ''}
        {action === 'issue' ? productText.issue.after : productText.acts.plain}
      </p>
      {needsReason ? (
        <>
          <label htmlFor={id}>{productText.acts.reason}</label>
          <Input.TextArea
            id={id}
            autoSize={{ minRows: 3, maxRows: 8 }}
            maxLength={4000}
            value={reason}
            status={asked && missing ? 'error' : ''}
            aria-invalid={asked && missing}
            onChange={(event) => say(event.target.value)}
          />
          {asked && missing ? (
            <p className="late" role="alert">
              {common.required}
            </p>
          ) : null}
        </>
      ) : null}
      <ProblemNote
        problem={doing.error}
        onRetry={
          isConflict(doing.error)
            ? () => {
                doing.reset();
                void queries.invalidateQueries({ queryKey: ['products'] });
              }
            : undefined
        }
      />
    </Modal>
  );
}
