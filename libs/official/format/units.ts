/** Lengths are written in millimetres or points in the table of figures, and turned here into what files count in. */

const MM_PER_INCH = 25.4;

/** Twentieths of a point, which Word counts in. */
export const twipsOfMm = (mm: number): number => Math.round((mm / MM_PER_INCH) * 1440);

export const twipsOfPoints = (points: number): number => Math.round(points * 20);

export const pointsOfMm = (mm: number): number => (mm / MM_PER_INCH) * 72;

export const mmOfTwips = (twips: number): number => (twips / 1440) * MM_PER_INCH;

/** English Metric Units, which drawings are measured in. */
export const emuOfMm = (mm: number): number => Math.round(mm * 36_000);

/** Word counts the size of type in half points, and the weight of rules in eighths of a point. */
export const halfPoints = (points: number): number => Math.round(points * 2);

export const eighthPointsOfMm = (mm: number): number => Math.round(pointsOfMm(mm) * 8);
