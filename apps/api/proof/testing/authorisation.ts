import type { Role } from '#accountability';
import type { KindName, Things } from './things.js';

/** Who may use an endpoint, and how the matrix asks for it. */
export interface Authorisation {
  /** The roles that are let in; `nobodySignedIn`: no session is needed, `key`: another key than a session's. */
  may: readonly Role[] | 'nobodySignedIn' | 'key';
  /** What `{id}` names. Whoever is let in finds what is of the own unit; of the other jurisdiction, nobody anything. */
  of?: KindName;
  /** Of things of another unit: who is bound to a unit is told that they are not there, unless this says otherwise. */
  otherUnit?: 'seen';
  /** The path's other parameters: a thing, or the word itself. */
  params?: Readonly<Record<string, { thing: KindName } | string>>;
  query?: string;
  /** A body that passes the contract where one made from the description would not. */
  body?: (of: Things['own'], by: { role: Role; versionOf: (taskId: string) => Promise<number> }) => unknown;
  /** Done after the others: it takes from the world what they need. */
  late?: true;
  /** Why also whoever is let in may be told that it is not there: none in this world, or the first uses it up. */
  orNotThere?: string;
  /** What follows in the world forbids that it be done in the test: only the refusals are asked for. */
  refusalsOnly?: string;
}
