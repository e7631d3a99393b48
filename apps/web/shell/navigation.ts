import type { Area } from '#contract';
import type { ComponentType } from 'react';
import {
  BellIcon,
  ChartIcon,
  CheckIcon,
  FlagIcon,
  GaugeIcon,
  ListIcon,
  PenIcon,
} from '../components/icons.js';
import { shellTexts } from '../texts/zh.js';

export type Place = '/overview' | '/tasks' | '/filing' | '/review' | '/alerts' | '/lines' | '/inbox';

interface NavItem {
  to: Place;
  label: string;
  area: Area;
  Icon: ComponentType;
}

const { areas } = shellTexts;

/** In the order of the menu. What a person sees follows from the session's areas. */
const NAVIGATION: readonly NavItem[] = [
  { to: '/overview', label: areas.overview, area: 'tasks', Icon: ChartIcon },
  { to: '/tasks', label: areas.tasks, area: 'tasks', Icon: ListIcon },
  { to: '/filing', label: areas.filing, area: 'sittings', Icon: PenIcon },
  { to: '/review', label: areas.review, area: 'reviews', Icon: CheckIcon },
  { to: '/alerts', label: areas.alerts, area: 'alerts', Icon: FlagIcon },
  { to: '/lines', label: areas.lines, area: 'reportingLines', Icon: GaugeIcon },
  { to: '/inbox', label: areas.inbox, area: 'inbox', Icon: BellIcon },
];

export const navigationFor = (granted: readonly Area[]): NavItem[] =>
  NAVIGATION.filter((item) => granted.includes(item.area));

/** The page where a person's work waits: what they must file, review or look into, else the tasks. */
export function homeOf(granted: readonly Area[]): Place {
  if (granted.includes('alerts')) return '/alerts';
  if (granted.includes('reviews')) return '/review';
  if (granted.includes('sittings')) return '/filing';
  return '/tasks';
}
