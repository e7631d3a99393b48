import { readFileSync, writeFileSync } from 'node:fs';
import { authorisationPage } from './authorisation-page.js';
import { permissionsIn } from './permission-table.js';

const PAGE = new URL('../../../docs/authorisation.md', import.meta.url);

/** Tables as prettier sets them would hide a difference in spaces. */
const bare = (text: string): string => text.replace(/[ ]+/gu, ' ').replace(/-{3,}/gu, '---');

describe('the page that says who may do what', () => {
  it('says what the statecharts say', () => {
    if (process.env['UPDATE_DOCS'] === '1') writeFileSync(PAGE, authorisationPage());
    expect(bare(readFileSync(PAGE, 'utf8'))).toBe(bare(authorisationPage()));
  });

  it('names somebody for every step that a person can take', () => {
    expect(authorisationPage()).toContain('| `inProgress` | `LEAD_CHANGED` | `headquartersOffice` |\n');
    expect(authorisationPage()).toContain('| `closing.verification` | `GATE_PASSED` | `supervisor` |\n');
    expect(authorisationPage()).toContain(
      '| any (`life`) | `TAKEN_OVER` | `liaison`, `leadUnitHead` of the unit that takes over |\n',
    );
    expect(authorisationPage()).toContain('`SIGNING_OVERDUE`');
  });
});

describe('the table read off the statecharts', () => {
  const inState = (life: unknown) => ({ life, schedule: 'onTrack', supervision: 'none' });

  it('knows what a state takes of itself, and of the state that it lies in', () => {
    const closing = inState({ closing: 'verification' });
    expect(permissionsIn('task', closing, 'GATE_PASSED')).toMatchObject([{ by: ['supervisor'] }]);
    expect(permissionsIn('task', closing, 'WITHDRAWN')).toMatchObject([{ by: ['headquartersOffice'] }]);
  });

  it('knows nothing of an event that the state does not take', () => {
    expect(permissionsIn('task', inState('closed'), 'WITHDRAWN')).toEqual([]);
    expect(permissionsIn('obligation', 'accepted', 'REPORT_FILED')).toEqual([]);
  });

  it('takes of a region what it takes in all its states', () => {
    expect(permissionsIn('task', inState('drafted'), 'APPEALED')).toMatchObject([{ whose: 'carded' }]);
  });
});
