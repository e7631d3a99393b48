import { AsyncLocalStorage } from 'node:async_hooks';
import { hostname, userInfo } from 'node:os';
import type { TrailWay } from '#persistence';

/** Who does it and from where. `address` and `agent` are held beside the chain, so that they can be erased. */
export interface TrailOrigin {
  /** Null: the system, a command at the machine, or somebody who is not (yet) known. */
  actorId: string | null;
  /** For whom, where it is done by delegation. */
  onBehalfOf?: string | null;
  via: TrailWay;
  sessionId?: string | null;
  tokenId?: string | null;
  /** The unit of who acts. */
  unitId?: string | null;
  /** Of a request its network address; of a command `user@host`. */
  address?: string | null;
  agent?: string | null;
}

/** Something that the system does by itself, and a command of somebody who sits at the machine. */
export const BY_SYSTEM: TrailOrigin = { actorId: null, via: 'system' };
export const BY_COMMAND: TrailOrigin = { actorId: null, via: 'command', address: atMachine() };

const present = new AsyncLocalStorage<TrailOrigin>();

/**
 * Says for all that `work` does who does it and from where: the API for each request, the command line for each command. So
 * that what is deep below and changes a setting can put it on the trail without every call in between handing the origin on.
 */
export const actingFrom = <T>(origin: TrailOrigin, work: () => T): T => present.run(origin, work);

/** Who acts now; the system, where nobody has said. */
export const presentOrigin = (): TrailOrigin => present.getStore() ?? BY_SYSTEM;

/** Who sits at the machine, as the machine knows them. */
function atMachine(): string {
  return `${userName()}@${hostname()}`;
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    // A container's user often has a number and no name.
    return `uid-${process.getuid?.() ?? '?'}`;
  }
}
