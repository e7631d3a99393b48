import { queryOptions } from '@tanstack/react-query';
import { call } from '../api/client.js';

/** Reads again take nothing away that somebody is typing into. */
const keep = <T>(before: T | undefined): T | undefined => before;

export const scoresOnQuery = (planId: string, to: string | undefined) =>
  queryOptions({
    queryKey: ['plans', planId, 'scores', { to }],
    queryFn: ({ signal }) =>
      call('scores', { params: { id: planId }, query: to === undefined ? {} : { to }, signal }),
    placeholderData: keep,
  });

export const unitScoreOnQuery = (planId: string, unit: string, to: string | undefined) =>
  queryOptions({
    queryKey: ['plans', planId, 'scores', unit, { to }],
    queryFn: ({ signal }) =>
      call('unitScore', { params: { id: planId, unit }, query: to === undefined ? {} : { to }, signal }),
  });

export const scoringSchemeQuery = (planId: string) =>
  queryOptions({
    queryKey: ['plans', planId, 'scoring-scheme'],
    queryFn: ({ signal }) => call('scoringScheme', { params: { id: planId }, signal }),
  });

export interface Tried {
  /** `default@2`; absent: the one in force. */
  scheme?: string;
  set: string;
}

export const whatIfQuery = (planId: string, { scheme, set }: Tried) =>
  queryOptions({
    queryKey: ['plans', planId, 'what-if', scheme, set],
    queryFn: ({ signal }) =>
      call('whatIf', {
        params: { id: planId },
        query: { ...(scheme !== undefined && { scheme }), ...(set !== '' && { set }) },
        signal,
      }),
    placeholderData: keep,
  });

export const assessmentsQuery = (planId: string) =>
  queryOptions({
    queryKey: ['assessments', 'of', planId],
    queryFn: ({ signal }) => call('assessments', { params: { id: planId }, signal }),
    placeholderData: keep,
  });

export const assessmentQuery = (id: string) =>
  queryOptions({
    queryKey: ['assessments', id],
    queryFn: ({ signal }) => call('assessment', { params: { id }, signal }),
    placeholderData: keep,
  });

export const assessmentUnitQuery = (id: string, unit: string) =>
  queryOptions({
    queryKey: ['assessments', id, unit],
    queryFn: ({ signal }) => call('assessmentUnit', { params: { id, unit }, signal }),
    placeholderData: keep,
  });
