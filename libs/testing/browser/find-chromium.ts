import { existsSync } from 'node:fs';

/** Where Debian puts it, the one without windows first: it draws the same with less; anything else is named by the environment. */
const USUAL = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'];

/** The Chromium of this machine (`CHROMIUM`, else Debian's), or null where there is none. */
export function findChromium(): string | null {
  const named = process.env['CHROMIUM'];
  const places = named === undefined || named === '' ? USUAL : [named];
  return places.find((path) => existsSync(path)) ?? null;
}
