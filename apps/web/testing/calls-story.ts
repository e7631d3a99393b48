import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { z } from 'zod';
import { callsOf } from './calls-of.js';

/** What a page may ask of the server when it is opened. */
const MOST = 4;

/** Pages that ask for most, and those that most people open: where there is little time. */
const IN_CI: Readonly<Record<string, readonly string[]>> = {
  hq: ['/overview', '/tasks', '/tasks/{tasks}', '/products/{products}', '/lines'],
  duban: ['/desk', '/alerts'],
  'liaison-forestry': ['/filing/{sittings}', '/tasks/{tasks}'],
};
/** Who, between them, open every page. `{name}`: the first of that list. */
const EVERY_PAGE: Readonly<Record<string, readonly string[]>> = {
  hq: [
    '/desk',
    '/wall',
    '/overview',
    '/tasks',
    '/tasks/{tasks}',
    '/tasks/new',
    '/duties',
    '/products?view=all',
    '/products/{products}',
    '/plans',
    '/lines',
    '/scores',
    '/burden',
    '/inbox',
    '/my-messages',
  ],
  duban: ['/desk', '/alerts', '/verifications', '/calls', '/handed-down', '/tasks/{tasks}'],
  jixiao: ['/desk', '/scores', '/assessments', '/what-if'],
  shenji: ['/desk', '/trail'],
  admin: ['/desk', '/accounts', '/units', '/letters', '/webhooks', '/calendar', '/ladders', '/health'],
  anquan: ['/desk', '/accounts'],
  'office-a8': ['/review', '/duties'],
  'liaison-forestry': ['/filing', '/filing/{sittings}', '/tasks', '/tasks/{tasks}', '/inbox'],
};
const listSchema = z.object({ items: z.array(z.object({ id: z.string() })) });

async function addressOf(page: Page, path: string): Promise<string> {
  const [, list] = /\{(\w+)\}/u.exec(path) ?? [];
  if (list === undefined) return path;
  const answer = await page.request.get(`/api/v1/${list}?limit=1`);
  const [first] = listSchema.parse(await answer.json()).items;
  return path.replace(`{${list}}`, String(first?.id));
}

/**
 * Every page is opened, and its calls are counted.
 *
 * @param desk signs a person in
 */
export function callsStory(desk: (username: string) => Promise<Page>): void {
  const tier = process.env['LUOSHI_VERIFY'];
  const inCi = tier === undefined ? it.skip : it;
  if (tier === undefined)
    process.stderr.write(
      'skipped: how many calls every page makes (LUOSHI_VERIFY; with `wide`, of all pages)\n',
    );
  const rounds = tier === 'ci' ? IN_CI : EVERY_PAGE;
  inCi(`every page asks the server for at most ${MOST} things when it is opened`, async () => {
    const tooMany: Record<string, string[]> = {};
    for (const [username, paths] of Object.entries(rounds)) {
      const page = await desk(username);
      for (const path of paths) {
        const calls = await callsOf(page, await addressOf(page, path));
        // A page that asked for nothing was not looked at.
        if (calls.length === 0 || calls.length > MOST) tooMany[`${username} ${path}`] = calls;
      }
      await page.context().close();
    }
    expect(tooMany).toEqual({});
  });
}
