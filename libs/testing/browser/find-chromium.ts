import { existsSync } from 'node:fs';

/** Where Debian puts it; anything else is named by the environment. */
const USUAL = '/usr/bin/chromium';

/** The Chromium of this machine (`CHROMIUM`, else Debian's), or null where there is none. */
export function findChromium(): string | null {
  const named = process.env['CHROMIUM'];
  const path = named === undefined || named === '' ? USUAL : named;
  return existsSync(path) ? path : null;
}
