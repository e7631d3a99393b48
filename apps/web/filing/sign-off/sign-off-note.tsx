import type { SittingView } from '#contract';
import { Alert, Button } from 'antd';
import { signOffText } from '../../texts/zh.js';
import { headsOf } from './heads-of.js';

/** What the unit's wish for its head's signature means for who is about to file, or looks on. */
export function SignOffNote({ sitting }: { sitting: SittingView }) {
  const { wanted, because } = sitting.signOff;
  if (!wanted) return null;
  const [type, title] =
    because === 'vacant'
      ? (['warning', signOffText.vacant] as const)
      : (['info', because === 'head' ? signOffText.byHead : signOffText.wanted(headsOf(sitting))] as const);
  return <Alert className="filing-note" type={type} title={title} data-testid="sign-off-note" />;
}

/** For the head: what came back to the liaison, and the way to file it nevertheless. */
export function WithLiaison({ count, onTakeOver }: { count: number; onTakeOver: () => void }) {
  return (
    <Alert
      className="filing-note"
      type="info"
      title={signOffText.withLiaison(count)}
      data-testid="with-liaison"
      action={
        <Button size="small" onClick={onTakeOver}>
          {signOffText.fileMyself}
        </Button>
      }
    />
  );
}
