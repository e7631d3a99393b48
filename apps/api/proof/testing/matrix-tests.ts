import { expect, test } from '@jest/globals';
import { AUTHORISATION } from './authorisation-table.js';
import { fingerprintOf } from './fingerprint.js';
import { casesOf, codeIn, isLetIn, requestOf, verdictOf, type Case, type Verdict } from './matrix.js';
import { inTurns } from './in-turns.js';
import { MARK } from './mark-district.js';
import { operationsOf } from './operations.js';
import type { PopulatedWorld } from './populated-world.js';
import { thingsOf } from './things.js';

const AT_ONCE = 8;

/** The matrix: everything that the table forbids, then what it allows, reading before changing. */
export function matrixTests(worldOf: () => PopulatedWorld): void {
  const ask = async (wanted: (one: Case) => boolean, atOnce: number): Promise<string[]> => {
    const world = worldOf();
    await world.signInAgain();
    const [things, { operations, components }] = [await thingsOf(world), await operationsOf(world.client)];
    const cases = operations.flatMap((operation) => {
      const entry = AUTHORISATION[operation.id];
      return entry === undefined || !Array.isArray(entry.may) ? [] : casesOf(operation, entry);
    });
    cases.sort((a, b) => Number(a.entry.late === true) - Number(b.entry.late === true));
    const complaints = new Map<string, string[]>();
    const isThere = ({ whose, entry }: Case): boolean =>
      whose !== 'otherUnit' || entry.of === undefined || things.otherUnit[entry.of] !== undefined;
    await inTurns(
      cases.filter((one) => wanted(one) && isThere(one)),
      atOnce,
      async (one) => {
        const answer = await world.client.send(await requestOf(world, things, components, one));
        const verdict = verdictOf(answer);
        const leaks = answer.text.includes(MARK) ? ', with words of the other jurisdiction' : '';
        if (isExpected(one, verdict) && leaks === '') return;
        const { operation, whose, role } = one;
        const about = operation.path.includes('{id}') ? ` about a thing that is ${SAID[whose]}` : '';
        const told = verdict === 'the request is wrong' ? ` ${answer.text.replace(/.*"errors":/, '')}` : '';
        const complaint =
          `${operation.id} (${operation.method} ${operation.path})${about}: ` +
          `${isLetIn(one) ? 'the table lets in' : 'the table does not let in'}, the answer is ${answer.status} ${codeIn(answer.text)}, ${verdict}${leaks}${told}`;
        complaints.set(complaint, [...(complaints.get(complaint) ?? []), role]);
      },
    );
    expect(world.errors.splice(0)).toEqual([]);
    return [...complaints].map(([complaint, roles]) => `${complaint}: ${roles.join(', ')}`).sort();
  };
  const reads = ({ operation }: Case): boolean => operation.method === 'GET';
  const isAsked = ({ entry }: Case): boolean => entry.refusalsOnly === undefined;

  test('nobody gets at what the table of endpoints does not give them, and a refusal changes nothing', async () => {
    const before = await fingerprintOf(worldOf());
    expect(await ask((one) => !isLetIn(one), AT_ONCE)).toEqual([]);
    expect(await fingerprintOf(worldOf())).toEqual(before);
  }, 300_000);

  test('everybody reads what the table gives them', async () => {
    expect(await ask((one) => isLetIn(one) && isAsked(one) && reads(one), AT_ONCE)).toEqual([]);
  }, 300_000);

  test('everybody may do what the table gives them', async () => {
    expect(await ask((one) => isLetIn(one) && isAsked(one) && !reads(one), 1)).toEqual([]);
  }, 300_000);
}

const SAID = { own: 'their own', otherUnit: 'another unit’s', otherJurisdiction: 'another jurisdiction’s' };

function isExpected(one: Case, verdict: Verdict): boolean {
  if (!isLetIn(one)) return verdict === 'refused' || verdict === 'not there';
  return verdict === 'let in' || (one.entry.orNotThere !== undefined && verdict === 'not there');
}
