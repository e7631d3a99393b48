/** The roles of domain.md §2 that act in the system. */
export const ROLES = [
  'commander',
  'deputyCommander',
  'headquartersOffice',
  'taskForceConvener',
  'taskForceOffice',
  'leadUnitHead',
  'liaison',
  'supportUnitLiaison',
  'supervisor',
  'assessor',
  'auditor',
  'administrator',
  'securityAdministrator',
  'auditAdministrator',
] as const;
export type Role = (typeof ROLES)[number];

/** 三员: of the system, of security, of the audit. Nobody holds two of them, nor one of them and another role. */
export const ADMINISTRATION = ['administrator', 'securityAdministrator', 'auditAdministrator'] as const;
export type Administration = (typeof ADMINISTRATION)[number];

export const isAdministration = (role: Role): role is Administration =>
  (ADMINISTRATION as readonly Role[]).includes(role);

export const ROLE_LABELS: Record<Role, string> = {
  commander: '指挥长',
  deputyCommander: '副指挥长',
  headquartersOffice: '指挥部办公室',
  taskForceConvener: '专班召集人',
  taskForceOffice: '专班办公室',
  leadUnitHead: '牵头单位负责人',
  liaison: '联络员',
  supportUnitLiaison: '配合单位联络员',
  supervisor: '督查室',
  assessor: '绩效办',
  auditor: '审计',
  administrator: '系统管理员',
  securityAdministrator: '安全管理员',
  auditAdministrator: '审计管理员',
};

/** A role always has a scope: the whole jurisdiction, a plan (by code), an action (`plan/action`), or a unit (by id). */
export interface RoleInScope {
  role: Role;
  scopeKind: 'jurisdiction' | 'plan' | 'action' | 'unit';
  scopeId: string;
  /** 代办: the role is that person's, and exercised for them; left out: one's own. */
  onBehalfOf?: string;
}

/** What may be lent for some days (代办): nothing that accepts, verifies, scores, audits or administers. */
export const DELEGABLE_ROLES = [
  'commander',
  'deputyCommander',
  'headquartersOffice',
  'taskForceConvener',
  'leadUnitHead',
  'liaison',
  'supportUnitLiaison',
] as const satisfies readonly Role[];
export type DelegableRole = (typeof DELEGABLE_ROLES)[number];

/** Who acts. `personId` null is the engine itself, which obeys the clock and nobody. */
export interface Actor {
  personId: string | null;
  unitId: string | null;
  roles: RoleInScope[];
}

/** Everybody who acts in this actor: the person, and those for whom they act. Who is to be independent is so of them all. */
export const personsIn = ({ personId, roles }: Actor): string[] => [
  ...new Set(
    [personId, ...roles.map(({ onBehalfOf }) => onBehalfOf)].filter((one) => typeof one === 'string'),
  ),
];

export const ENGINE_ACTOR: Actor = { personId: null, unitId: null, roles: [] };
