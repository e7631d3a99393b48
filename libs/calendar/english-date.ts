import {
  civilPartsOf,
  civilTimeOf,
  epochDayOf,
  partsOf,
  type CivilDate,
  type EpochDay,
  type Instant,
} from './civil-time.js';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const written = (of: EpochDay): string => {
  const { year, month, day } = partsOf(of);
  return `${day} ${MONTHS[month - 1] ?? month} ${year}`;
};

/** `12 Apr 2024`: the day before the month's name, so that it cannot be read as another one. */
export const englishDate = (date: CivilDate): string => written(epochDayOf(date));

/** `12 Apr 2024 17:30`, civil time of Asia/Shanghai. */
export const englishDateTime = (instant: Instant): string =>
  `${written(civilPartsOf(instant).day)} ${civilTimeOf(instant)}`;
