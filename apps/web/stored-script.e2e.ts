import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Role } from '#accountability';
import { findChromium, openBrowser, type TestBrowser } from '#testing';
import type { Page } from 'playwright-core';
import { AUTHORISATION } from '../api/proof/testing/authorisation-table.js';
import { requestOf } from '../api/proof/testing/matrix.js';
import { operationsOf } from '../api/proof/testing/operations.js';
import { populatedWorld, type PopulatedWorld } from '../api/proof/testing/populated-world.js';
import { thingsOf } from '../api/proof/testing/things.js';
import { makeRecordHostile } from './testing/hostile-record.js';
import { hostileText, withHostileTexts } from './testing/hostile-texts.js';
import { watchForScripts, type ScriptWitness } from './testing/scripts-that-ran.js';

const chromium = findChromium();
const inCi = chromium === null || process.env['LUOSHI_VERIFY'] === undefined ? describe.skip : describe;
if (chromium === null)
  process.stderr.write('skipped: there is no Chromium to look at hostile texts with (CHROMIUM)\n');

/** Who, between them, see every page; and what lies behind the first thing on it. */
const ROUNDS: Readonly<Partial<Record<Role, readonly string[]>>> = {
  headquartersOffice: [
    '/overview',
    '/wall',
    '/tasks',
    '/tasks/{task}',
    '/plans',
    '/plans/{planReview}',
    '/lines',
    '/tasks/new',
    '/desk',
    '/products',
  ],
  supervisor: [
    '/desk',
    '/alerts',
    '/verifications',
    '/inbox?notice={draftNotice}',
    '/calls',
    '/tasks/{sharedTask}',
  ],
  taskForceOffice: ['/review', '/duties'],
  liaison: ['/filing', '/filing/{sitting}', '/inbox', '/my-messages', '/burden', '/inbox?notice={notice}'],
  administrator: ['/accounts', '/letters', '/webhooks'],
  auditor: ['/trail'],
  assessor: ['/scores', '/scores/{unit}', '/what-if'],
};
/** Ended by acts on sessions, or of no consequence for what is shown. */
const LEFT_OUT = /^(?:signIn|signOut|endSession|endOtherSessions|signOutElsewhere|changePassword)$/;

inCi('a text that would be a script, in every field that there is', () => {
  let world: PopulatedWorld;
  let browser: TestBrowser;
  let count = 0;
  const next = (): string => `x${String((count += 1)).padStart(4, '0')}`;
  const kept: string[] = [];
  const asked: string[] = [];
  let columns: string[] = [];
  const places: Record<string, string> = {};

  beforeAll(async () => {
    const webRoot = fileURLToPath(new URL('../../dist/web', import.meta.url));
    world = await populatedWorld({ webRoot });
    await throughTheApi();
    Object.assign(places, (await thingsOf(world)).own);
    columns = await makeRecordHostile(world.db.ownerUrl, next);
    await world.signInAgain();
    browser = await openBrowser(String(chromium), world.api.url);
  });
  afterAll(async () => {
    await browser?.close();
    await world?.stop();
  });

  /** Every act of the contract that takes words, by somebody who may do it, with hostile words. */
  async function throughTheApi(): Promise<void> {
    const { operations, components } = await operationsOf(world.client);
    const things = await thingsOf(world);
    const changing = operations
      .filter(({ id, method }) => method !== 'GET' && !LEFT_OUT.test(id))
      .sort(
        (a, b) => Number(AUTHORISATION[a.id]?.late ?? false) - Number(AUTHORISATION[b.id]?.late ?? false),
      );
    for (const operation of changing) {
      const entry = AUTHORISATION[operation.id];
      const schema = operation.bodies['application/json'];
      const role = Array.isArray(entry?.may) ? (entry.may[0] as Role | undefined) : undefined;
      if (entry === undefined || role === undefined || schema === undefined) continue;
      const request = await requestOf(world, things, components, { operation, entry, role, whose: 'own' });
      const sent: unknown = JSON.parse(String(request.body ?? '{}'));
      // With every member that may be there; where an act has none of that name, with those that it has.
      for (const whole of [true, false]) {
        await world.signInAgain();
        const { headers } = await requestOf(world, things, components, {
          operation,
          entry,
          role,
          whose: 'own',
        });
        const { body, fields } = withHostileTexts(schema, sent, components, { next, whole });
        const { status } = await world.client.send({
          ...request,
          ...(headers && { headers }),
          body: JSON.stringify(body),
        });
        if (whole) asked.push(...fields.map((field) => `${operation.id} ${field}`));
        if (status >= 300) continue;
        kept.push(...fields.map((field) => `${operation.id} ${field}`));
        break;
      }
    }
    const plan = `${hostileText(next(), 60)}\n2024年${hostileText(next(), 60)}方案\n一、${hostileText(next(), 60)}\n1.${hostileText(next())}（区林业局牵头）\n`;
    for (const [path, name, content] of [
      ['plan-reviews?fileName=', hostileText(next(), 80), plan],
      [`tasks/${things.own.task}/evidence?name=`, `<img src=x onerror=luoshiRan('${next()}')>.txt`, '佐证'],
    ] as const) {
      const sent = await world.client.send({
        method: 'POST',
        path: `/api/v1/${path}${encodeURIComponent(name ?? '')}`,
        headers: { 'Content-Type': 'application/octet-stream' },
        body: Buffer.from(content),
        as: world.cast[path.startsWith('tasks') ? 'liaison' : 'headquartersOffice'],
      });
      if (sent.status === 201) kept.push(`file ${path}`);
    }
  }

  it('gets into the record, by the contract’s own fields and by every column of words', () => {
    // What is refused is refused; but these are many, or nothing is proven by what follows.
    expect({ asked: asked.length > 50, kept: kept.length > 25, columns: columns.length > 25 }).toEqual({
      asked: true,
      kept: true,
      columns: true,
    });
  });

  it('runs on no page of anybody, asks for nothing, opens nothing, and stands there as the words that it is', async () => {
    const stood = new Set<string>();
    const complaints: string[] = [];
    for (const [role, paths] of Object.entries(ROUNDS)) {
      const page = await browser.newWindow();
      const context = page.context();
      const witness: ScriptWitness = await watchForScripts(context, world.api.url);
      const { token } = world.cast[role as Role];
      await context.addCookies([{ name: 'luoshi_session', value: token, url: world.api.url }]);
      await page.goto('/');
      await page.getByTestId('person').waitFor();
      for (const path of paths) {
        await open(
          page,
          path.replace(/\{(\w+)\}/, (_, kind: string) => places[kind] ?? 'none'),
        );
        const { made, numbers } = await page.evaluate(lookAround);
        for (const one of numbers) stood.add(one);
        complaints.push(...made.map((one) => `${role} ${path}: ${one}`));
      }
      complaints.push(...[...witness.seen].map((one) => `${role}: ${one}`));
      await context.close();
    }
    expect(complaints).toEqual([]);
    expect(stood.size).toBeGreaterThan(25);
    expect([...browser.witness.origins]).toEqual([world.api.url]);
    expect(browser.witness.complaints.filter((one) => /Content Security Policy|luoshiRan/.test(one))).toEqual(
      [],
    );
  });
});

/** To a page as its links lead there; there when nothing of it is on its way any more. */
async function open(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => window.history.pushState({}, '', to), path);
  await page
    .waitForFunction(
      (to) =>
        location.pathname + location.search === to &&
        // What the address bar names may be still on its way; a search is put in order when it has come.
        document.querySelector<HTMLElement>('main')?.dataset['page']?.split('?')[0] === to.split('?')[0] &&
        document.querySelector('.answer-skeleton, .ant-skeleton') === null,
      path,
      { timeout: 60_000 },
    )
    .catch(async (error: unknown) => {
      const [at, come] = await page.evaluate(() => [
        location.href,
        document.querySelector('main')?.dataset['page'],
      ]);
      throw new Error(`${path} does not come: ${String(at)}, ${String(come)}`, { cause: error });
    });
  // What is folded away is looked at too.
  await page.evaluate(() => {
    for (const one of document.querySelectorAll('main details')) one.setAttribute('open', '');
  });
}

/** Runs in the page: elements that only a hostile text can have made, and the numbers of the texts that stand there. */
function lookAround(): { made: string[]; numbers: string[] } {
  const made = [
    ...document.querySelectorAll(
      'iframe, script:not([src]), [onerror], [onload], [ontoggle], [onclick], a[href^="javascript:"], img[src*="ran-"], object, embed',
    ),
  ].map((element) => element.outerHTML.slice(0, 200));
  const fields = [...document.querySelectorAll('input, textarea')].map(
    (one) => (one as HTMLInputElement).value,
  );
  const words = `${document.body.textContent} ${fields.join(' ')}`;
  return { made, numbers: [...new Set(words.match(/x\d{4}/g) ?? [])] };
}
