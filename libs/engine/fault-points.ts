/**
 * Places where a crash is worth a test: named, in the code that they are about. Nothing happens at them unless a
 * test or the environment says so.
 */
export const FAULT_POINTS = [
  'applyEvents.locked',
  'applyEvents.decided',
  'applyEvents.written',
  'fireDue.taken',
  'fireDue.applied',
  'fireDue.committed',
  'bulk.taken',
  'bulk.written',
  'bulk.committed',
  'fileSitting.written',
  'fileSitting.committed',
  'signOff.signed',
  'signOff.filed',
  'deliver.taken',
  'deliver.committed',
  'dispatchPlan.imported',
  'dispatchPlan.dispatched',
  'placeEvents.written',
  'placeEvents.committed',
  'cascade.adopted',
  'cascade.taken',
  'cascade.received',
  'cascade.settled',
  'products.written',
  'products.issued',
  'notices.issued',
  'notices.kept',
] as const;
export type FaultPoint = (typeof FAULT_POINTS)[number];

/** Called at each point; it may throw, or end the process. */
export type Fault = (point: FaultPoint) => void;

export const noFault: Fault = () => {};
