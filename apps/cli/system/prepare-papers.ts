import type { Engine } from '#engine';
import { hasPictures, prepareToWrite, type OfficialDocument } from '#official';
import { paperInHand } from '#persistence';
import { everyJurisdiction } from '#scheduling';
import type { Log } from '../terminal/log.js';
import type { Core } from './open-core.js';
import type { StopList } from './stop-list.js';

/** Real time from the start on: who starts and soon stops again does not pay for it. */
const FIRST_MS = 60_000;
/** Until a draft waits. */
const AGAIN_MS = 5 * 60_000;

/**
 * Keeps whoever issues the first product of a serving process from waiting for programs and typefaces: they are opened, once for the
 * process, as soon as somebody looks at a draft or its issue (call what is returned), and in any case within minutes of a draft being there.
 * Where no draft waits nothing is opened and nothing held.
 */
export function preparePapers(
  { engine }: Core,
  log: Log,
  stops: StopList,
): (document: OfficialDocument) => void {
  let over = false;
  let current: Promise<unknown> = Promise.resolve();
  const prepare = (document: OfficialDocument): Promise<boolean> =>
    prepareToWrite(document).then(
      () => true,
      (error: unknown) => {
        // Whatever is wrong with it is said to who issues it.
        log.error('公文文件预备失败', { reason: String(error) });
        return false;
      },
    );
  const round = async (): Promise<void> => {
    const document = await anyPaper(engine).catch(() => null);
    if (over) return;
    // After a brief without a chart the first bulletin is still to be waited for.
    if (document === null || !(await prepare(document)) || !hasPictures(document)) later(AGAIN_MS);
  };
  let timer: NodeJS.Timeout | undefined;
  const later = (ms: number): void => {
    if (over) return;
    timer = setTimeout(() => {
      current = round();
    }, ms);
    timer.unref();
  };
  later(FIRST_MS);
  stops.add('公文预备', async () => {
    over = true;
    clearTimeout(timer);
    await current;
  });
  // After the answer.
  return (document) => void setImmediate(() => void prepare(document));
}

/** The draft that will most likely go out next, of whatever jurisdiction; null: none waits. */
async function anyPaper(engine: Engine): Promise<OfficialDocument | null> {
  for (const jurisdictionId of await everyJurisdiction(engine)) {
    const found = await engine.context.database.transaction({ jurisdictionId }, paperInHand, {
      readOnly: true,
    });
    if (found !== null) return found as OfficialDocument;
  }
  return null;
}
