import { x } from "#calendar"; export const y: number = x;
