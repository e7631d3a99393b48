import { Button } from 'antd';
import { useState } from 'react';
import { batchText } from '../texts/zh.js';
import type { BatchButtonProps } from './batch-props.js';
import { BatchDialog } from './batch-dialog.js';
import type { BatchThing } from './send-batch.js';

/** The same act on everything that is shown: counted first, then done, with what came of each. */
export function BatchButton({ size = 'middle', testId, ...batch }: BatchButtonProps) {
  // What was counted is what is done: the list behind the dialog may go on changing.
  const [things, setThings] = useState<readonly BatchThing[] | null>(null);
  return (
    <>
      <Button size={size} data-testid={testId} onClick={() => setThings(batch.things)}>
        {batchText.button(batch.label, batch.things.length)}
      </Button>
      {things === null ? null : <BatchDialog {...batch} things={things} onClose={() => setThings(null)} />}
    </>
  );
}
