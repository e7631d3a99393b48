import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { call } from '../api/client.js';
import { formatInstant } from '../format/date.js';
import { marks, signOffText } from '../texts/zh.js';
import { unitSignOffKey } from './unit-sign-off-key.js';

const { setting } = signOffText;
const TurnDialog = lazy(async () => ({ default: (await import('./turn-dialog.js')).TurnDialog }));

/** Whether the unit's reports need its head's signature: said in a line, turned by the head after it was said what that means. */
export function SignOffSetting({ unitId }: { unitId: string }) {
  const [asking, ask] = useState(false);
  const known = useQuery({
    queryKey: unitSignOffKey(unitId),
    queryFn: ({ signal }) => call('unitSignOff', { params: { id: unitId }, signal }),
  });
  if (known.data === undefined) return null;
  const { wanted, changedAt, changedBy, mayTurn } = known.data;
  return (
    <div className="desk-clear" data-testid="sign-off-setting">
      <span className="soft">
        {setting.title}
        {marks.colon}
      </span>
      <span>{wanted ? setting.on : setting.off}</span>
      {mayTurn ? (
        <button
          type="button"
          className="plain-button"
          aria-haspopup="dialog"
          onClick={() => ask(true)}
          data-testid="turn-sign-off"
        >
          {wanted ? setting.turnOff : setting.turnOn}
        </button>
      ) : null}
      {changedAt === null ? null : (
        <span className="soft small">{setting.changed(changedBy?.name ?? '', formatInstant(changedAt))}</span>
      )}
      {asking ? (
        <Suspense fallback={null}>
          <TurnDialog known={known.data} onClose={() => ask(false)} />
        </Suspense>
      ) : null}
    </div>
  );
}
