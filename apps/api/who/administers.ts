import type { Who } from './who.js';

/** Whether somebody is system administrator: configuration is theirs, and neither of the two other administrators'. */
export const administers = ({ actor }: Who): boolean =>
  actor.roles.some(({ role }) => role === 'administrator');
