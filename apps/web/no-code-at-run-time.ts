import { z } from 'zod';

/**
 * The content security policy allows no code made at run time. Said before the first schema is made, and so imported
 * before everything else: a schema tries once whether it could, and the browser reports the attempt.
 */
z.config({ jitless: true });
