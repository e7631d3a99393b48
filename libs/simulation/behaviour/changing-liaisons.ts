import { instantOf } from '#calendar';
import { appoint, relieve } from '#engine';
import type { Stage } from '../stage.js';

/** A liaison leaves, the post is vacant, a successor is named. */
export function changingLiaisons(stage: Stage): void {
  const { jurisdictionId, agenda, engine } = stage;
  for (const { unit, leavesOn, successorOn } of stage.scenario.liaisons) {
    const unitId = stage.unitId(unit);
    agenda.plan({
      at: instantOf(leavesOn, '17:30'),
      key: `leaves:${unit}`,
      run: async () => {
        await relieve(engine.context, {
          jurisdictionId,
          username: `liaison-${unit}`,
          role: 'liaison',
          lastDay: leavesOn,
        });
        stage.rolesChanged();
      },
    });
    agenda.plan({
      at: instantOf(successorOn, '08:30'),
      key: `succeeds:${unit}`,
      run: async () => {
        const [known] = await stage.read<{ name: string }>('select name from unit where id = $1', [unitId]);
        const name = `${known?.name ?? unit}联络员（接任）`;
        await appoint(engine.context, {
          jurisdictionId,
          username: `liaison-${unit}-2`,
          name,
          unitId,
          role: 'liaison',
          from: successorOn,
        });
        stage.rolesChanged();
      },
    });
  }
}
