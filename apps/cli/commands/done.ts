/** Tells the exit code of a command: 0, or 1 where it found what it was to look for. */
export type Done = (exitCode: number) => void;
