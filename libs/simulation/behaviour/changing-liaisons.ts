import { identifierOf, personIdOf } from '#accountability';
import { instantOf } from '#calendar';
import { endRole, insertPeople, insertRoleAssignments } from '#persistence';
import type { Stage } from '../stage.js';

/** A liaison leaves, the post is vacant, a successor is named. */
export function changingLiaisons(stage: Stage): void {
  const { jurisdictionId, agenda } = stage;
  const write = stage.engine.context.database;
  for (const { unit, leavesOn, successorOn } of stage.scenario.liaisons) {
    const unitId = stage.unitId(unit);
    agenda.plan({
      at: instantOf(leavesOn, '17:30'),
      key: `leaves:${unit}`,
      run: async () => {
        await write.transaction({ jurisdictionId }, (tx) =>
          endRole(tx, personIdOf(jurisdictionId, `liaison-${unit}`), 'liaison', leavesOn),
        );
        stage.rolesChanged();
      },
    });
    agenda.plan({
      at: instantOf(successorOn, '08:30'),
      key: `succeeds:${unit}`,
      run: async () => {
        const username = `liaison-${unit}-2`;
        const personId = personIdOf(jurisdictionId, username);
        await write.transaction({ jurisdictionId }, async (tx) => {
          const [name] = await tx.query<{ name: string }>('select name from unit where id = $1', [unitId]);
          await insertPeople(tx, [
            { id: personId, unitId, name: `${name?.name ?? unit}联络员（接任）`, username },
          ]);
          await insertRoleAssignments(tx, [
            {
              id: identifierOf(personId, 'liaison', 'unit', unitId),
              personId,
              role: 'liaison',
              scopeKind: 'unit',
              scopeId: unitId,
              validFrom: successorOn,
              validTo: null,
            },
          ]);
        });
        stage.rolesChanged();
      },
    });
  }
}
