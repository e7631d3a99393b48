import { permittedRoles, type Actor } from '#accountability';
import type { Engine, LedgerSeal } from '#engine';
import { actorOf } from '#identity';
import { CliError } from '../cli-error.js';
import { boxOf } from '../system/outside-world.js';
import { readEnvironment, withOptions } from '../system/read-environment.js';
import { ledgerSeal } from '../../api/ledger/ledger-seal.js';

/** In whose name ledgers are filled in: who files reports, and nobody else. @throws CliError NOT_LOADED, REFUSED */
export async function whoFills(engine: Engine, jurisdictionId: string, username: string): Promise<Actor> {
  const { clock, database } = engine.context;
  const actor = await database.transaction({ jurisdictionId }, async (tx) => {
    const [person] = await tx.query<{ id: string; unit_id: string }>(
      'select id, unit_id from person where username = $1',
      [username],
    );
    return (
      person && actorOf(tx, { jurisdictionId, personId: person.id, unitId: person.unit_id }, clock.now())
    );
  });
  if (!actor) throw new CliError('NOT_LOADED', `没有账号 ${username}；可用 npx luoshi people list 查看。`);
  const roles = permittedRoles('obligation', 'REPORT_FILED');
  if (actor.roles.some(({ role }) => roles.includes(role))) return actor;
  throw new CliError('REFUSED', `${username} 今天没有填报的职责，不能提交台账。`);
}

/** The installation's sign on ledgers: the same as on those that are got from the page. */
export async function sealOfInstallation(given: { data?: string }): Promise<LedgerSeal> {
  return ledgerSeal(await boxOf(withOptions(readEnvironment().config, given)));
}
