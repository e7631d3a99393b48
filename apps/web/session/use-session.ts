import type { Area, SessionView } from '#contract';
import { useSuspenseQuery } from '@tanstack/react-query';
import { sessionQuery } from '../api/queries.js';

/** Who is signed in; the shell's route has read it before any page inside is shown. */
export const useSession = (): SessionView => useSuspenseQuery(sessionQuery).data;

/** Whether the person has something to do in a part of the system. */
export const useMayEnter = (area: Area): boolean => useSession().areas.includes(area);
