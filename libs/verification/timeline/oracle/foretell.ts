import { putInForce, under } from '../../oracle/days.js';
import { Course } from './course.js';
import type { Foretold, Plot } from './plot.js';
import { Scribe } from './scribe.js';
import { UnitCourse } from './unit-course.js';

/**
 * What must be on record at the end of a story, from domain.md §4 to §8 alone: every rung, notice and message, once
 * each, with its moment and whom it is for; and when the people of the story do what they do.
 */
export function foretell(plot: Plot): Foretold {
  const { announcement } = plot;
  const course = new Course(plot.dispatched, plot.outages);
  const scribe = new Scribe(course, plot.units);
  const units = plot.units.map((unit) => new UnitCourse(course, scribe, unit, plot.dispatched));
  if (announcement)
    course.plan(announcement.at, (at) => {
      const { off, worked } = announcement;
      scribe.act({ at, what: 'announce', allowed: true, unit: 'office', off, worked });
      putInForce(announcement);
      for (const unit of units) unit.calendarChanges();
      course.countAgain();
    });
  under(null, () => course.live(plot.until));
  return scribe.all();
}
