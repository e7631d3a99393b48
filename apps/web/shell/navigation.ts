import type { Area, RoleName, SessionView } from '#contract';
import type { ComponentType } from 'react';
import {
  BellIcon,
  BoardIcon,
  CalendarIcon,
  ChartIcon,
  CheckIcon,
  DocumentIcon,
  FlagIcon,
  DeskIcon,
  GaugeIcon,
  HouseIcon,
  LensIcon,
  ListIcon,
  MailIcon,
  MedalIcon,
  PaperIcon,
  PenIcon,
  PeopleIcon,
  PhoneIcon,
  PlugIcon,
  PulseIcon,
  StackIcon,
  StairsIcon,
  TrailIcon,
  WeightIcon,
} from '../components/icons.js';
import { shellTexts } from '../texts/zh.js';

export type Place =
  | '/desk'
  | '/wall'
  | '/overview'
  | '/tasks'
  | '/filing'
  | '/duties'
  | '/products'
  | '/plans'
  | '/review'
  | '/alerts'
  | '/verifications'
  | '/lines'
  | '/scores'
  | '/burden'
  | '/calls'
  | '/letters'
  | '/webhooks'
  | '/accounts'
  | '/units'
  | '/calendar'
  | '/ladders'
  | '/health'
  | '/trail'
  | '/inbox';

interface NavItem {
  to: Place;
  label: string;
  area: Area;
  Icon: ComponentType;
}

const { areas } = shellTexts;

/** In the order of the menu. What a person sees follows from the session's areas. */
const NAVIGATION: readonly NavItem[] = [
  { to: '/desk', label: areas.desk, area: 'tasks', Icon: DeskIcon },
  { to: '/wall', label: areas.wall, area: 'tasks', Icon: BoardIcon },
  { to: '/overview', label: areas.overview, area: 'tasks', Icon: ChartIcon },
  { to: '/tasks', label: areas.tasks, area: 'tasks', Icon: ListIcon },
  { to: '/filing', label: areas.filing, area: 'sittings', Icon: PenIcon },
  { to: '/duties', label: areas.duties, area: 'duties', Icon: StackIcon },
  { to: '/products', label: areas.products, area: 'products', Icon: PaperIcon },
  { to: '/plans', label: areas.plans, area: 'planReviews', Icon: DocumentIcon },
  { to: '/review', label: areas.review, area: 'reviews', Icon: CheckIcon },
  { to: '/alerts', label: areas.alerts, area: 'alerts', Icon: FlagIcon },
  { to: '/verifications', label: areas.verifications, area: 'draws', Icon: LensIcon },
  { to: '/lines', label: areas.lines, area: 'reportingLines', Icon: GaugeIcon },
  { to: '/scores', label: areas.scores, area: 'scores', Icon: MedalIcon },
  { to: '/burden', label: areas.burden, area: 'burden', Icon: WeightIcon },
  { to: '/webhooks', label: areas.webhooks, area: 'webhooks', Icon: PlugIcon },
  { to: '/accounts', label: areas.accounts, area: 'accounts', Icon: PeopleIcon },
  { to: '/units', label: areas.units, area: 'units', Icon: HouseIcon },
  { to: '/calls', label: areas.calls, area: 'calls', Icon: PhoneIcon },
  { to: '/letters', label: areas.letters, area: 'letters', Icon: MailIcon },
  { to: '/calendar', label: areas.calendar, area: 'rules', Icon: CalendarIcon },
  { to: '/ladders', label: areas.ladders, area: 'rules', Icon: StairsIcon },
  { to: '/health', label: areas.health, area: 'health', Icon: PulseIcon },
  { to: '/trail', label: areas.trail, area: 'trail', Icon: TrailIcon },
  { to: '/inbox', label: areas.inbox, area: 'inbox', Icon: BellIcon },
];

type Granted = Pick<SessionView, 'areas' | 'roles'>;

/** Sittings are filed by people of a unit; offices look at them from the reporting lines instead. */
const isOfUnit = ({ roles }: Granted): boolean => roles.some(({ scopeKind }) => scopeKind === 'unit');

export const navigationFor = (granted: Granted): NavItem[] =>
  NAVIGATION.filter(
    ({ to, area }) => granted.areas.includes(area) && (to !== '/filing' || isOfUnit(granted)),
  );

/** Whose whole work is what they file: their home is the filing itself. */
const FILING_ONLY: readonly RoleName[] = ['liaison', 'supportUnitLiaison'];

/** The page where a person's work waits. */
export const homeOf = ({ roles }: Granted): Place =>
  roles.length > 0 && roles.every(({ role }) => FILING_ONLY.includes(role)) ? '/filing' : '/desk';
