import { z } from 'zod';
import { ROLES, SCOPE_KINDS } from './labels.js';
import { levelSchema } from './level.js';
import { idSchema, instantSchema, named, unitRefSchema } from './primitives.js';

/** The header that carries the session's `csrfToken` on every request that changes something. */
export const CSRF_HEADER = 'X-CSRF-Token';
export const IDEMPOTENCY_HEADER = 'Idempotency-Key';

export const signInSchema = named(
  'SignIn',
  z.object({
    username: z.string().trim().min(1).max(100),
    password: z.string().min(1).max(200),
    /** Of who has a second factor: what the app shows, or a recovery code. Without it the answer is SecondFactorNeeded. */
    code: z.string().trim().max(40).optional(),
  }),
);
export type SignIn = z.infer<typeof signInSchema>;

export const changePasswordSchema = named(
  'ChangePassword',
  z.object({ current: z.string().min(1).max(200), next: z.string().min(10).max(200) }),
);
export type ChangePassword = z.infer<typeof changePasswordSchema>;

export const roleSchema = named(
  'Role',
  z.object({
    role: z.enum(ROLES),
    label: z.string(),
    scopeKind: z.enum(SCOPE_KINDS),
    scopeId: z.string(),
    scopeLabel: z.string(),
  }),
);
export type RoleView = z.infer<typeof roleSchema>;

/** The parts of the system that the person has something to do in, in the order of the menu. */
export const AREAS = [
  'tasks',
  'newTasks',
  'handedDown',
  'successions',
  'duties',
  'products',
  'burden',
  'scores',
  'sittings',
  'planReviews',
  'reviews',
  'reportingLines',
  'alerts',
  'draws',
  'verifications',
  'notices',
  'calls',
  'letters',
  'webhooks',
  'accounts',
  'units',
  'rules',
  'health',
  'trail',
  'inbox',
] as const;
export type Area = (typeof AREAS)[number];

/** Who is signed in. While `mustChangePassword` is true, everything but the session itself answers 403. */
export const sessionSchema = named(
  'Session',
  z.object({
    person: z.object({ id: idSchema, name: z.string(), username: z.string() }),
    unit: unitRefSchema,
    jurisdiction: z.object({ id: z.string(), name: z.string() }),
    roles: z.array(roleSchema),
    areas: z.array(z.enum(AREAS)),
    /** The levels that ladders of this jurisdiction lead to, from the lightest: how they are called and painted. */
    levels: z.array(levelSchema),
    csrfToken: z.string(),
    mustChangePassword: z.boolean(),
    secondFactor: z.boolean(),
    /** While true, nothing is answered but what sets a second factor up. */
    mustSetUpSecondFactor: z.boolean(),
    expiresAt: instantSchema,
    /** The system's time, which a rehearsal may have set to another day than the browser's. */
    now: instantSchema,
    /** Whether the system lives on another clock than the wall's: nothing of it is for real. */
    rehearsal: z.boolean(),
  }),
);
export type SessionView = z.infer<typeof sessionSchema>;

/** How one may sign in here, for the page before anybody has. */
export const signInWaysSchema = named(
  'SignInWays',
  z.object({
    /** Unified sign-in: where to go, and what the button says; null: passwords alone. */
    provider: z.object({ label: z.string(), path: z.string() }).nullable(),
  }),
);
export type SignInWays = z.infer<typeof signInWaysSchema>;

/** Where to go after signing out here, to sign out at the provider too; null: nowhere. */
export const signOutElsewhereSchema = named('SignOutElsewhere', z.object({ url: z.string().nullable() }));
export type SignOutElsewhere = z.infer<typeof signOutElsewhereSchema>;
