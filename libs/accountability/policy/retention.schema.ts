import { z } from 'zod';

const days = (fallback: number) => z.number().int().min(1).max(36_600).default(fallback);

/**
 * For how long personal data are kept, in days (个人信息保护法 第十九条: no longer than their purpose needs). What a person did, under
 * their id, is kept as long as the record.
 */
export const retentionRules = z
  .object({
    /** Where and with what one was signed in, after the session's end. */
    sessionsDays: days(180),
    /** Network address, device, and what stood there before and after, of the trail (网络安全法 第二十一条: at least six months). */
    trailOriginDays: days(1095),
    /** What letters said and where they went. */
    lettersDays: days(365),
    /** What was said on the telephone, and with whom. */
    callsDays: days(365),
    /** Addresses of people who have left, and those that are no longer used. */
    formerContactsDays: days(90),
    /** From where tokens were last used. */
    tokenUseDays: days(180),
    /** Answers kept for requests that are repeated. */
    repeatedAnswersDays: days(7),
  })
  .strict();
export type RetentionRules = z.infer<typeof retentionRules>;
