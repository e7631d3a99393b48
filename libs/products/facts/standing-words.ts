import type { Standing } from './period-record.js';

/** Withdrawn, split or merged tasks are no longer among the plan's. */
export const counts = (stood: Standing | null): stood is Standing =>
  stood !== null && stood.state !== 'withdrawn';

const NOT_YET = ['drafted', 'confirmed'];

export const isUndispatched = ({ state }: Standing): boolean => NOT_YET.includes(state);
export const isClosed = ({ state }: Standing): boolean => state === 'closed';
/** Dispatched and not over: signed for or not, disputed, suspended, at a gate. */
export const isRunning = (stood: Standing): boolean => !isUndispatched(stood) && !isClosed(stood);
export const isClosing = ({ state }: Standing): boolean => state.startsWith('closing');

/** Behind or seriously behind, and still running: what is closed is no longer behind. */
export const isBehind = (stood: Standing): boolean => isRunning(stood) && stood.schedule !== 'onTrack';
