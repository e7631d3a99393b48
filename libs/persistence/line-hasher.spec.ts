import fc from 'fast-check';
import { canonicalJson, eventHash } from './chain.js';
import { lineHasher } from './line-hasher.js';

const hex = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 });

describe('a hash of one of many lines', () => {
  it('is the hash that the line has alone', () => {
    fc.assert(
      fc.property(
        fc.record({
          subjectKind: fc.constantFrom('task', 'obligation', 'reportingLine'),
          type: fc.string(),
          payload: fc.dictionary(fc.string(), fc.jsonValue()),
          at: fc.date({ noInvalidDate: true, min: new Date(0), max: new Date(4e12) }),
          subjectId: fc.uuid(),
          unitId: fc.option(fc.uuid()),
          seq: fc.nat(),
          idempotencyKey: fc.string(),
          prevHash: hex,
        }),
        ({ prevHash, at, ...line }) => {
          const whole = { jurisdictionId: '430811', actorId: null, at: at.toISOString(), ...line };
          const own = { ...line, prevHash, payload: canonicalJson(line.payload) };
          expect(lineHasher(whole)(own)).toBe(eventHash(prevHash, whole));
        },
      ),
    );
  });
});
