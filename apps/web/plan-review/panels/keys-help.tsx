import { Button, Checkbox, Popover } from 'antd';
import { keyText } from '../../texts/zh.js';

interface KeysHelpProps {
  open: boolean;
  onOpen: (open: boolean) => void;
  wanted: boolean;
  onWant: (wanted: boolean) => void;
}

/** What the keys do, and whether single keys are wanted at all. */
export function KeysHelp({ open, onOpen, wanted, onWant }: KeysHelpProps) {
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      open={open}
      onOpenChange={onOpen}
      title={keyText.title}
      content={
        <div data-testid="keys">
          <dl className="facts pr-keys">
            {keyText.list.map(([keys, what]) => (
              <div key={keys} className="facts-row">
                <dt>
                  <kbd>{keys}</kbd>
                </dt>
                <dd>{what}</dd>
              </div>
            ))}
          </dl>
          <Checkbox checked={wanted} onChange={(event) => onWant(event.target.checked)}>
            {keyText.use}
          </Checkbox>
        </div>
      }
    >
      <Button type="text" className="pr-keys-button" aria-expanded={open}>
        {keyText.button}
      </Button>
    </Popover>
  );
}
