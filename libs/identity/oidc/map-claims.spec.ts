import { describe, expect, it } from '@jest/globals';
import { parseClaimMapping, type ClaimMapping } from './claim-mapping.schema.js';
import { mapClaims } from './map-claims.js';

const FILE = `
schema: luoshi.oidc/1
username: uid
require: [{ claim: groups, oneOf: [luoshi] }]
unit: { claim: department, map: { 农业农村局: nyj } }
roles:
  - { claim: realm_access.roles, oneOf: [liaison], role: liaison }
  - { claim: realm_access.roles, oneOf: [office], role: taskForceOffice, plan: p1, action: A1 }
secondFactor: { claim: amr, oneOf: [mfa, otp] }
`;
const mapping = (text = FILE): ClaimMapping => {
  const parsed = parseClaimMapping(text);
  if (!parsed.ok) throw new Error(parsed.problems.map(({ message }) => message).join());
  return parsed.value;
};
const claims = { uid: 'ZhangSan', name: '张三', groups: ['luoshi'], department: '农业农村局' };

describe('what claims say of somebody', () => {
  it('is user name, name, unit, roles and whether there was a second factor', () => {
    const said = { ...claims, amr: ['pwd', 'otp'], realm_access: { roles: ['liaison', 'office'] } };
    expect(mapClaims(mapping(), said)).toEqual({
      ok: true,
      value: {
        username: 'zhangsan',
        name: '张三',
        unit: 'nyj',
        roles: [
          { role: 'liaison', scope: 'unit' },
          { role: 'taskForceOffice', scope: { plan: 'p1', action: 'A1' } },
        ],
        secondFactor: true,
      },
    });
  });

  it.each([
    ['what is required is not held', { groups: 'others' }, 'ClaimRefused'],
    ['what is required is not even said', { groups: undefined }, 'ClaimRefused'],
    ['there is no user name', { uid: ' ' }, 'ClaimMissing'],
    ['the user name is a list', { uid: ['a', 'b'] }, 'ClaimMissing'],
    ['the user name has what no user name has', { uid: '../root' }, 'ClaimMissing'],
  ])('is refused where %s', (_what, more, code) => {
    expect(mapClaims(mapping(), { ...claims, ...more })).toMatchObject({ ok: false, rejection: { code } });
  });

  it('is no unit and no role by names that every object has', () => {
    const said = { ...claims, department: 'constructor', realm_access: { roles: ['toString'] } };
    expect(mapClaims(mapping(), said)).toMatchObject({ value: { unit: null, roles: [] } });
  });
});

describe('a mapping', () => {
  it('never names one of the three administrators', () => {
    const parsed = parseClaimMapping(FILE.replace('role: liaison', 'role: securityAdministrator'));
    expect(parsed.ok ? [] : parsed.problems.map(({ line, message }) => [line, message])).toEqual([
      [7, expect.stringContaining('三员')],
    ]);
  });

  it('has no words that nobody knows', () => {
    expect(parseClaimMapping(`${FILE}\nautoAdmin: true`).ok).toBe(false);
  });
});
