import type { ComponentType, PropsWithChildren } from 'react';

type Around = ComponentType<PropsWithChildren>;

let there: Around | null = null;
const listeners = new Set<() => void>();

/** Fetches the library of components; said to those who listen before it is given. */
export async function loadLibrary(): Promise<Around> {
  const { Library } = await import('./library.js');
  there = Library;
  for (const tell of listeners) tell();
  return Library;
}

/** The library, null until it is there. */
export const libraryThere = (): Around | null => there;

export function whenThere(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}
