import { z } from 'zod';
import { named } from './primitives.js';

export const PROBLEM_MEDIA_TYPE = 'application/problem+json';

/** One member of the request that was wrong; `path` is a JSON pointer (`/reports/3/progress`) or a header's name. */
export const fieldErrorSchema = named('FieldError', z.object({ path: z.string(), message: z.string() }));
export type FieldError = z.infer<typeof fieldErrorSchema>;

/**
 * Every error of the API (RFC 9457). `code` is stable and in English, `title` and `detail` are for people;
 * `detail` says what, where, and how to mend it.
 */
export const problemSchema = named(
  'Problem',
  z.object({
    /** The page that explains the code. */
    type: z.string(),
    title: z.string(),
    status: z.int().min(400).max(599),
    detail: z.string(),
    /** In English answers only: what the refusal itself says, in Chinese. */
    detailZh: z.string().optional(),
    code: z.string(),
    instance: z.string(),
    errors: z.array(fieldErrorSchema).optional(),
    /** What would have been permitted in the place of what was sent. */
    permitted: z.array(z.string()).optional(),
    /** With VersionConflict, where the page can set both beside each other: what it is about, as it is now. */
    current: z.record(z.string(), z.unknown()).optional(),
  }),
);
export type Problem = z.infer<typeof problemSchema>;
