// Loaded into a process before anything else (NODE_OPTIONS=--import=…): its Date is that of a machine whose clock is
// wrong by LUOSHI_TEST_DATE_AHEAD_MS, or that of a file which the test writes (LUOSHI_TEST_DATE_FILE).
import { readFileSync } from 'node:fs';

const { LUOSHI_TEST_DATE_FILE: file, LUOSHI_TEST_DATE_AHEAD_MS: ahead = '0' } = process.env;
const RealDate = Date;
let last = 0;

function nowMs() {
  if (file === undefined) return RealDate.now() + Number(ahead);
  const read = RealDate.parse(readFileSync(file, 'utf8').trim());
  if (!Number.isNaN(read)) last = read;
  return last;
}

globalThis.Date = class extends RealDate {
  constructor(...given) {
    if (given.length === 0) super(nowMs());
    else super(...given);
  }
  static now() {
    return nowMs();
  }
};
