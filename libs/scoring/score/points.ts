/** Points are reckoned in hundredths, so that what is shown adds up to the figure under it. */
export const cents = (points: number): number => Math.round(points * 100 + Math.sign(points) * 1e-7);
export const pointsOf = (hundredths: number): number => hundredths / 100;
