import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { Webhook } from 'standardwebhooks';
import { outgoingType } from '#accountability';
import { EVENT_LABELS, outgoingEventSchema, webhookTypeLabel, webhookTypeSchema } from '#contract';
import { standardHeaders } from '#notify';

const page = readFileSync(new URL('../../../docs/webhooks.md', import.meta.url), 'utf8');
/** The code of the page in a language. */
const code = (language: string): string =>
  new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'u').exec(page)?.[1] ?? '';

const NOW = new Date('2024-04-19T08:12:05.000Z');
const SECRETS = [
  'whsec_bmV3ISBuZXchIG5ldyEgbmV3ISBuZXchIG5ldyE=',
  'whsec_Zm9ybWVyIGZvcm1lciBmb3JtZXIgZm9ybWVyISE=',
];
const body = JSON.stringify(JSON.parse(code('json')));
const headers = standardHeaders(SECRETS, { id: 'evt_1', now: NOW, body });
const nowSeconds = NOW.getTime() / 1000;
const CASES: [string, string, string, number, boolean][] = [
  ['the new secret', SECRETS[0] ?? '', body, nowSeconds, true],
  ['the former secret', SECRETS[1] ?? '', body, nowSeconds + 299, true],
  ['another secret', `whsec_${'A'.repeat(43)}=`, body, nowSeconds, false],
  ['another body', SECRETS[0] ?? '', `${body} `, nowSeconds, false],
  ['a replay that was kept for later', SECRETS[0] ?? '', body, nowSeconds + 301, false],
];

describe('the page about webhooks', () => {
  it('shows a document as it is, and a name for every event that there is', () => {
    expect(outgoingEventSchema.parse(JSON.parse(code('json')))).toMatchObject({
      type: 'obligation.reportFiled',
    });
    for (const type of Object.keys(EVENT_LABELS))
      for (const kind of ['task', 'obligation'] as const) {
        const name = outgoingType(kind, type);
        expect([name, webhookTypeSchema.safeParse(name).success]).toEqual([name, true]);
        expect(webhookTypeLabel(name)).toBe(EVENT_LABELS[type]);
      }
    for (const type of ['ISSUED', 'ACKNOWLEDGED', 'RESCINDED'])
      expect(webhookTypeSchema.safeParse(outgoingType('notice', type)).success).toBe(true);
  });

  it.each(CASES)('verifies with its JavaScript %s', async (_, secret, text, now, genuine) => {
    const source = `data:text/javascript,${encodeURIComponent(code('js'))}`;
    const { isGenuine } = (await import(source)) as {
      isGenuine: (secret: string, headers: object, body: string, nowSeconds: number) => boolean;
    };
    expect(isGenuine(secret, headers, text, now)).toBe(genuine);
  });

  it('verifies with its Python the same', () => {
    const asked = CASES.map(([, secret, text, now]) => [secret, text, now]);
    const program = `${code('python')}
import json, sys
headers, asked = json.load(sys.stdin)
print(json.dumps([is_genuine(secret, headers, text, now) for secret, text, now in asked]))`;
    const ran = spawnSync('python3', ['-c', program], {
      input: JSON.stringify([headers, asked]),
      encoding: 'utf8',
    });
    if (ran.error !== undefined) {
      process.stderr.write('skipped: there is no python3 to try the page’s example with\n');
      return;
    }
    expect([ran.stderr, JSON.parse(ran.stdout || 'null')]).toEqual([
      '',
      CASES.map(([, , , , genuine]) => genuine),
    ]);
  });

  it('signs as an independent library does', () => {
    for (const secret of SECRETS)
      expect(headers['webhook-signature'].split(' ')).toContain(new Webhook(secret).sign('evt_1', NOW, body));
  });
});
