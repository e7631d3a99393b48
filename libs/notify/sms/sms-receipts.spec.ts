import { readReceipts, smsReceiptsSchema } from './sms-receipts.js';

const settings = smsReceiptsSchema.parse({
  reference: 'msgid',
  state: 'report.status',
  delivered: ['DELIVRD'],
  failed: ['UNDELIV', 'EXPIRED'],
});

describe('receipts of a gateway', () => {
  it('say of each message whether it arrived; what they leave open is left open', () => {
    const body = [
      { msgid: 1, report: { status: 'DELIVRD' } },
      { msgid: '2', report: { status: 'EXPIRED' } },
      { msgid: '3', report: { status: 'ENROUTE' } },
    ];
    expect(readReceipts(settings, body)).toEqual([
      { reference: '1', delivered: true, reason: null },
      { reference: '2', delivered: false, reason: '运营商回执：未送达（EXPIRED）' },
    ]);
  });

  it('may stand in a list inside the body, or come alone', () => {
    const inside = { ...settings, items: 'data.reports' };
    const one = { msgid: 'x', report: { status: 'DELIVRD' } };
    expect(readReceipts(inside, { data: { reports: [one] } })).toHaveLength(1);
    expect(readReceipts(settings, one)).toHaveLength(1);
  });

  it.each([[null], ['text'], [{}], [{ msgid: 'x' }], [Array.from({ length: 1_001 }, () => ({}))]])(
    'of another form are none (%#)',
    (body) => {
      expect(readReceipts(settings, body)).toBeNull();
    },
  );
});
