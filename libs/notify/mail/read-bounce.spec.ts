import { readBounce } from '../index.js';

const KEY = '0d5d7d6e-4f43-4b4e-9d56-000000000001';

interface Reported {
  action?: string;
  status?: string;
  words?: string;
  /** What the server sends back of the mail. */
  original?: string;
  envelope?: string;
}

/** As Postfix writes it (its own wording, a real form). */
const report = ({
  action = 'failed',
  status = '5.1.1',
  words = `550 5.1.1 <gone@luoshi.example>: Recipient address rejected:\n    User unknown in virtual mailbox table`,
  original = `Content-Type: message/rfc822\n\nFrom: ducha@luoshi.example\nX-Luoshi-Key: ${KEY}\nSubject: x\n\n${'正文 '.repeat(5)}`,
  envelope = '',
}: Reported = {}): Uint8Array =>
  Buffer.from(
    `Return-Path: <>
From: MAILER-DAEMON@mx.luoshi.example (Mail Delivery System)
To: ducha@luoshi.example
Subject: Undelivered Mail Returned to Sender
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status;
\tboundary="A4D8F.1712/mx.luoshi.example"

--A4D8F.1712/mx.luoshi.example
Content-Description: Notification
Content-Type: text/plain; charset=us-ascii

This is the mail system at host mx.luoshi.example.

--A4D8F.1712/mx.luoshi.example
Content-Description: Delivery report
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.luoshi.example
X-Postfix-Queue-ID: A4D8F
${envelope}Arrival-Date: Fri, 12 Apr 2024 10:15:00 +0800 (CST)

Final-Recipient: rfc822; gone@luoshi.example
Original-Recipient: rfc822;gone@luoshi.example
Action: ${action}
Status: ${status}
Remote-MTA: dns; mx.luoshi.example
Diagnostic-Code: smtp; ${words}

--A4D8F.1712/mx.luoshi.example
Content-Description: Undelivered Message
${original}

--A4D8F.1712/mx.luoshi.example--
`.replace(/\n/gu, '\r\n'),
  );

describe('a mail that came back', () => {
  it('names our letter, and says that its address is wrong, in the words of the server', async () => {
    expect(await readBounce(report())).toEqual({
      letterKey: KEY,
      failed: 'forGood',
      addressIsWrong: true,
      reason:
        '5.1.1 550 5.1.1 <gone@luoshi.example>: Recipient address rejected: User unknown in virtual mailbox table',
    });
  });

  it.each([
    ['headers alone', { original: `Content-Type: text/rfc822-headers\n\nX-Luoshi-Key: ${KEY}\nSubject: x` }],
    [
      'our Message-ID',
      { original: `Content-Type: message/rfc822\n\nMessage-ID: <${KEY}@luoshi.example>\n\nx` },
    ],
    [
      'the envelope alone',
      {
        envelope: `Original-Envelope-Id: ${KEY}\n`,
        original: 'Content-Type: text/rfc822-headers\n\nSubject: x',
      },
    ],
  ])('names our letter by %s', async (_, more) => {
    expect(await readBounce(report(more))).toMatchObject({ letterKey: KEY });
  });

  it.each([
    ['5.2.2', '552 mailbox full', false],
    ['5.7.1', '554 refused by policy', false],
    ['4.4.7', 'message expired', false],
    ['5.4.4', 'no such domain', true],
    ['5.0.0', '550 5.7.26 not authenticated', false],
    ['5.0.0', '550 no such user', true],
  ])('with %s (%s) blames the address: %s', async (status, words, addressIsWrong) => {
    expect(await readBounce(report({ status, words }))).toMatchObject({ failed: 'forGood', addressIsWrong });
  });

  it('that is only late is no failure yet', async () => {
    expect(await readBounce(report({ action: 'delayed', status: '4.4.1' }))).toMatchObject({
      failed: 'forNow',
      addressIsWrong: false,
    });
  });

  it('is none of ours without our key in the headers, whatever its text says', async () => {
    const original = `Content-Type: message/rfc822\n\nSubject: x\n\nX-Luoshi-Key: ${KEY}\n`;
    expect(await readBounce(report({ original }))).toBeNull();
  });

  it.each([
    ['an answer of a person', 'From: li@luoshi.example\nSubject: Re: x\n\n收到'],
    ['nothing', ''],
    ['no mail', '\0\0\0'],
  ])('is not %s', async (_, text) => {
    expect(await readBounce(Buffer.from(text))).toBeNull();
  });

  it('of delivery is no failure', async () => {
    expect(await readBounce(report({ action: 'delivered', status: '2.0.0' }))).toBeNull();
  });
});
