/**
 * A policy run over recorded events before it is put in force: how many cards, to whom, what differs. The play is pure
 * and in memory; only reading the record touches the database.
 */
export {
  pairOf,
  rehearse,
  type Pair,
  type Rehearsal,
  type RehearseOptions,
  type RungChange,
  type Tone,
  type ToneShown,
  type Totals,
} from './rehearse.js';
export type { Change } from './compare.js';
export type { IssueRule } from './answers.js';
export { readRecord } from './read-record.js';
export type { PlayedRecord } from './record.js';
export { drawRehearsal } from './draw-rehearsal.js';
export { courseOf } from './ladder/course-of.js';
export type {
  Climbed,
  CourseEnd,
  CourseMoment,
  LadderCourse,
  MomentKind,
  StopReason,
  Supposed,
} from './ladder/course.js';
