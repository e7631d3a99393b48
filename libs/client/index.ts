/**
 * The API for programs in TypeScript, in browsers and in Node.js from 18 on. What can be sent and what comes back is generated from
 * the contract (`api.generated.ts`); the rest of this folder are conveniences that know no endpoint but the two streams.
 *
 *     const luoshi = createLuoshi({ url: 'https://luoshi.example.gov.cn', token: 'luoshi_…' });
 *     const task = await answerOf(luoshi.GET('/api/v1/tasks/{id}', { params: { path: { id } } }));
 *     await answerOf(
 *       luoshi.POST('/api/v1/tasks/{id}/actions/{action}', {
 *         params: { path: { id, action: 'sign' }, header: { 'If-Match': task.etag } },
 *         body: {},
 *       }),
 *     );
 */
export { answerOf, type Answer } from './answer-of.js';
export type { components, operations, paths, ProblemCode } from './api.generated.js';
export { createLuoshi, type Luoshi, type LuoshiOptions } from './create-luoshi.js';
export { followAlerts, type AlertNews } from './follow-alerts.js';
export { followEvents, type FollowedEvent, type FollowEventsOptions } from './follow-events.js';
export { followOwnEvents } from './follow-own-events.js';
export type { FollowStreamOptions } from './follow-stream.js';
export { itemsOf } from './items-of.js';
export { LuoshiProblem } from './luoshi-problem.js';
export { newKey } from './new-key.js';
