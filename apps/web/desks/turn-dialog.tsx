import type { UnitSignOff } from '#contract';
import { call } from '../api/client.js';
import { newKey } from '../api/new-key.js';
import { FormDialog } from '../components/form-dialog.js';
import { Library } from '../library/library.js';
import { signOffText } from '../texts/zh.js';
import { unitSignOffKey } from './unit-sign-off-key.js';

const { setting } = signOffText;

/** What it will mean, before it is turned on or off. */
export function TurnDialog({
  known: { unit, wanted, waiting },
  onClose,
}: {
  known: UnitSignOff;
  onClose: () => void;
}) {
  return (
    <Library>
      <FormDialog<object, unknown>
        title={wanted ? setting.askOff : setting.askOn}
        ok={wanted ? setting.turnOff : setting.turnOn}
        submit={() =>
          call('turnSignOff', { params: { id: unit.id }, body: { wanted: !wanted }, key: newKey() })
        }
        onClose={onClose}
        again={unitSignOffKey(unit.id)}
        done={wanted ? setting.doneOff : setting.doneOn}
        testId="turn-dialog"
      >
        <ul className="means-lines">
          {(wanted ? setting.whatOff : setting.whatOn).map((line) => (
            <li key={line}>{line}</li>
          ))}
          {waiting > 0 ? <li>{setting.waiting(waiting)}</li> : null}
          <li>{setting.told}</li>
        </ul>
      </FormDialog>
    </Library>
  );
}
