import { Course } from './course.js';
import type { Foretold, Plot } from './plot.js';
import { Scribe } from './scribe.js';
import { UnitCourse } from './unit-course.js';

/**
 * What must be on record at the end of a story, from domain.md §4 to §8 alone: every rung, notice and message, once
 * each, with its moment and whom it is for; and when the people of the story do what they do.
 */
export function foretell(plot: Plot): Foretold {
  const course = new Course(plot.dispatched, plot.outages);
  const scribe = new Scribe(course, plot.units);
  for (const unit of plot.units) new UnitCourse(course, scribe, unit, plot.dispatched);
  course.live(plot.until);
  return scribe.all();
}
