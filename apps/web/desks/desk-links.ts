import type { Area, RoleName, SessionView } from '#contract';
import { desksText } from '../texts/zh.js';
import type { Way } from './desk-places.js';

type LinkName = keyof typeof desksText.links;
interface DeskLink {
  name: LinkName;
  way: Way;
  label: string;
  /** It is shown to those who may look there. */
  area: Area;
}

const { links } = desksText;
const link = (name: LinkName, area: Area, way: Way): DeskLink => ({ name, label: links[name], area, way });

const LINKS: Readonly<Record<LinkName, DeskLink>> = {
  filing: link('filing', 'sittings', { to: '/filing' }),
  ownScore: link('ownScore', 'scores', { to: '/scores' }),
  burden: link('burden', 'burden', { to: '/burden' }),
  assessments: link('assessments', 'scores', { to: '/assessments' }),
  whatIf: link('whatIf', 'scores', { to: '/what-if' }),
  scores: link('scores', 'scores', { to: '/scores' }),
  newTask: link('newTask', 'tasks', { to: '/tasks/new' }),
  plans: link('plans', 'planReviews', { to: '/plans' }),
  handedDown: link('handedDown', 'tasks', { to: '/handed-down' }),
  duties: link('duties', 'duties', { to: '/duties' }),
  review: link('review', 'reviews', { to: '/review' }),
  ledgers: link('ledgers', 'tasks', { to: '/overview' }),
  briefs: link('briefs', 'products', { to: '/products', search: { view: 'all', kind: 'dispatchBrief' } }),
  bulletins: link('bulletins', 'products', {
    to: '/products',
    search: { view: 'all', kind: 'monthlyBulletin' },
  }),
  publications: link('publications', 'products', {
    to: '/products',
    search: { view: 'all', kind: 'publication' },
  }),
  closing: link('closing', 'tasks', { to: '/tasks', search: { state: 'closing' } }),
  lines: link('lines', 'reportingLines', { to: '/lines', search: {} }),
  draws: link('draws', 'draws', { to: '/verifications' }),
  notices: link('notices', 'inbox', { to: '/inbox', search: { tab: 'notices' } }),
  calls: link('calls', 'calls', { to: '/calls' }),
  trail: link('trail', 'trail', { to: '/trail', search: {} }),
  accounts: link('accounts', 'accounts', { to: '/accounts' }),
  units: link('units', 'units', { to: '/units', search: {} }),
  letters: link('letters', 'letters', { to: '/letters' }),
  webhooks: link('webhooks', 'webhooks', { to: '/webhooks' }),
  calendar: link('calendar', 'rules', { to: '/calendar' }),
  ladders: link('ladders', 'rules', { to: '/ladders' }),
  health: link('health', 'health', { to: '/health' }),
};

/**
 * What each role comes for also when nothing waits there (domain.md §2). What has a card on the role's desk is not here
 * again: the card is there with nothing in it too.
 */
const LINKS_OF_ROLE: Readonly<Record<RoleName, readonly LinkName[]>> = {
  commander: ['newTask', 'closing', 'bulletins', 'scores'],
  deputyCommander: ['newTask', 'closing', 'bulletins', 'scores'],
  headquartersOffice: ['plans', 'handedDown', 'newTask', 'closing', 'bulletins', 'briefs', 'burden'],
  taskForceConvener: ['duties', 'newTask', 'briefs', 'bulletins', 'ledgers'],
  taskForceOffice: ['ledgers', 'review', 'duties', 'briefs', 'bulletins'],
  leadUnitHead: ['ownScore', 'assessments', 'notices', 'burden', 'filing'],
  liaison: ['filing', 'notices', 'ownScore', 'assessments'],
  supportUnitLiaison: ['filing', 'duties', 'notices'],
  supervisor: ['draws', 'lines', 'calls', 'publications', 'ladders'],
  assessor: ['scores', 'assessments', 'whatIf'],
  auditor: ['trail', 'scores'],
  administrator: ['accounts', 'units', 'calendar', 'ladders', 'letters', 'webhooks', 'health'],
  securityAdministrator: ['accounts', 'units'],
  auditAdministrator: ['trail'],
};

/** The links of all roles that a person holds, each once. */
export function linksOf({ roles, areas }: Pick<SessionView, 'roles' | 'areas'>): DeskLink[] {
  const names = new Set(roles.flatMap(({ role }) => LINKS_OF_ROLE[role]));
  return [...names].map((name) => LINKS[name]).filter(({ area }) => areas.includes(area));
}
