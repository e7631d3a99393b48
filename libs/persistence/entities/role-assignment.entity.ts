import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CivilDate } from '#calendar';

/** A role that a person holds in a scope. */
@Entity({ name: 'role_assignment' })
export class RoleAssignmentEntity {
  @PrimaryColumn({ type: 'text' })
  jurisdictionId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  personId!: string;

  @Column({ type: 'text' })
  role!:
    | 'commander'
    | 'deputyCommander'
    | 'headquartersOffice'
    | 'taskForceConvener'
    | 'taskForceOffice'
    | 'leadUnitHead'
    | 'liaison'
    | 'supportUnitLiaison'
    | 'supervisor'
    | 'assessor'
    | 'auditor'
    | 'administrator'
    | 'securityAdministrator'
    | 'auditAdministrator';

  @Column({ type: 'text' })
  scopeKind!: 'jurisdiction' | 'plan' | 'action' | 'unit';

  @Column({ type: 'text' })
  scopeId!: string;

  @Column({ type: 'date', nullable: true })
  validFrom!: CivilDate | null;

  @Column({ type: 'date', nullable: true })
  validTo!: CivilDate | null;

  /** Kept here, or said anew at each sign-in by a provider. */
  @Column({ type: 'text', default: () => "'record'::text" })
  origin!: 'record' | 'provider';
}
