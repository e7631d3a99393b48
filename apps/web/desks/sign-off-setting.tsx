import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { call } from '../api/client.js';
import { newKey } from '../api/new-key.js';
import { FormDialog } from '../components/form-dialog.js';
import { formatInstant } from '../format/date.js';
import { signOffText, marks } from '../texts/zh.js';

const { setting } = signOffText;

/** Whether the unit's reports need its head's signature: said in a line, turned by the head after it was said what that means. */
export function SignOffSetting({ unitId }: { unitId: string }) {
  const [asking, ask] = useState(false);
  const known = useQuery({
    queryKey: ['unitSignOff', unitId],
    queryFn: ({ signal }) => call('unitSignOff', { params: { id: unitId }, signal }),
  });
  if (known.data === undefined) return null;
  const { wanted, changedAt, changedBy, waiting, mayTurn } = known.data;
  return (
    <p className="desk-clear" data-testid="sign-off-setting">
      <span className="soft">
        {setting.title}
        {marks.colon}
      </span>
      <span>{wanted ? setting.on : setting.off}</span>
      {changedAt === null ? null : (
        <span className="soft small">{setting.changed(changedBy?.name ?? '', formatInstant(changedAt))}</span>
      )}
      {mayTurn ? (
        <Button size="small" onClick={() => ask(true)} data-testid="turn-sign-off">
          {wanted ? setting.turnOff : setting.turnOn}
        </Button>
      ) : null}
      {asking ? (
        <FormDialog<object, unknown>
          title={wanted ? setting.askOff : setting.askOn}
          ok={wanted ? setting.turnOff : setting.turnOn}
          submit={() =>
            call('turnSignOff', { params: { id: unitId }, body: { wanted: !wanted }, key: newKey() })
          }
          onClose={() => ask(false)}
          again={['unitSignOff', unitId]}
          done={wanted ? setting.doneOff : setting.doneOn}
          testId="turn-dialog"
        >
          <ul className="desk-means">
            {(wanted ? setting.whatOff : setting.whatOn).map((line) => (
              <li key={line}>{line}</li>
            ))}
            {waiting > 0 ? <li>{setting.waiting(waiting)}</li> : null}
            <li>{setting.told}</li>
          </ul>
        </FormDialog>
      ) : null}
    </p>
  );
}
