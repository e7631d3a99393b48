import type { Instant } from '#calendar';
import type { NoticeText } from './notice.facts.js';
import { by, quoted } from './wording.js';

export interface VacancyFacts {
  unit: string;
  /** The post that nobody holds: `联络员`. */
  roleLabel: string;
  /** What could not be delivered, by its title. */
  subject: string;
  /** Who received it instead; null when nobody up the line could. */
  passedTo: string | null;
  /** Until when somebody is to be named. */
  nameBy?: Instant | undefined;
}

/** A post is vacant: what was meant for it went to the next one, and the vacancy is reported. */
export function vacancyMessage({ unit, roleLabel, subject, passedTo, nameBy }: VacancyFacts): NoticeText {
  const went = passedTo === null ? '且上级收件人同样空缺，至今无人收到' : `已改送${passedTo}`;
  const due = nameBy === undefined ? '尽快' : `于${by(nameBy)}`;
  return {
    title: `${unit}${roleLabel}空缺`,
    body: `${unit}目前没有登记${roleLabel}。${quoted(subject)}无法送达该岗位，${went}。请${unit}${due}明确${roleLabel}并在系统中登记。`,
  };
}
