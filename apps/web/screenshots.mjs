// The pictures of the documentation, taken from the demo as it is started:
//
//   npm start -- --data /tmp/pictures --port 3100 --demo-password luoshi-demo-1
//   npm run screenshots -- http://127.0.0.1:3100 luoshi-demo-1
//   npm run screenshots -- http://127.0.0.1:3100 luoshi-demo-1 wall desk      only these
//
// Chromium is the one that CHROMIUM names, else Debian’s. Nothing is done but that one message is opened, and so read,
// that a plan made up for the purpose is uploaded, and that one person’s calendar gets a new address: every picture can be
// taken again on the same data.
/* global createImageBitmap, FileReader, OffscreenCanvas -- in the page, see halved() */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { PICTURES } from './testing/pictures.mjs';

const [url = 'http://127.0.0.1:3000', password = 'luoshi-demo-1', ...only] = process.argv.slice(2);
const FOLDER = fileURLToPath(new URL('../../docs/images/', import.meta.url));
const SIZES = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
  { width: 3840, height: 2160 },
];
/** Of so wide a screen a picture of half the size is kept: enough to see where everything stands, and a tenth of the bytes. */
const KEPT_SMALLER = 3840;
const USUAL_CHROMIUM = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'];
/** A repository is cloned by many. */
const LARGEST = 350_000;

const wanted = (name) => only.length === 0 || only.includes(name);

async function signIn(page, who) {
  await page.goto('/');
  await page.getByLabel('用户名').fill(who);
  await page.getByLabel('密码').fill(password);
  await page.getByTestId('sign-in').click();
  await page.getByTestId('person').waitFor();
}

async function shoot(page, name, { width }) {
  // Charts and drawers come to rest.
  await page.waitForTimeout(1200);
  const taken = await page.screenshot();
  const file = `${name}-${width}.${width === KEPT_SMALLER ? 'webp' : 'png'}`;
  const kept = width === KEPT_SMALLER ? await halved(page, taken) : taken;
  console.log(`${file} ${Math.ceil(kept.length / 1000)} kB`);
  if (kept.length > LARGEST) throw new Error(`${file} is larger than ${LARGEST / 1000} kB`);
  writeFileSync(join(FOLDER, file), kept);
}

/** In a window of its own: the page's rules let nothing in from outside. */
async function halved(page, png) {
  const window = await page.context().newPage();
  const base64 = await window.evaluate(async (bytes) => {
    const whole = await createImageBitmap(await (await fetch(`data:image/png;base64,${bytes}`)).blob());
    const canvas = new OffscreenCanvas(whole.width / 2, whole.height / 2);
    const drawing = canvas.getContext('2d');
    drawing.imageSmoothingQuality = 'high';
    drawing.drawImage(whole, 0, 0, canvas.width, canvas.height);
    const blob = await canvas.convertToBlob({ type: 'image/webp', quality: 0.7 });
    return new Promise((resolve) => {
      const reader = new FileReader();
      reader.onload = () => resolve(reader.result.split(',')[1]);
      reader.readAsDataURL(blob);
    });
  }, png.toString('base64'));
  await window.close();
  return Buffer.from(base64, 'base64');
}

mkdirSync(FOLDER, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM || USUAL_CHROMIUM.find((path) => existsSync(path)),
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
});
try {
  /** Everybody signs in once: what is kept of it is brought to each of their windows. */
  const signedIn = new Map();
  for (const size of SIZES) {
    const newPage = async (storageState) =>
      (
        await browser.newContext({
          baseURL: url,
          locale: 'zh-CN',
          timezoneId: 'Asia/Shanghai',
          viewport: size,
          storageState,
        })
      ).newPage();
    const nobody = await newPage();
    await nobody.goto('/');
    await nobody.getByLabel('用户名').waitFor();
    if (wanted('sign-in')) await shoot(nobody, 'sign-in', size);
    for (const [name, { who, at, there }] of Object.entries(PICTURES)) {
      if (!wanted(name)) continue;
      const page = await newPage(signedIn.get(who));
      if (!signedIn.has(who)) {
        await signIn(page, who);
        signedIn.set(who, await page.context().storageState());
      }
      await page.goto(at);
      await there(page, size);
      await shoot(page, name, size);
      await page.context().close();
    }
  }
} finally {
  await browser.close();
}
