import { epochMsOf, type Instant } from '#calendar';
import type { Engine, Filler } from '#engine';
import type { SecretBox } from '#courier';
import type { IdentitySettings, IdentityShell, SignInProvider } from '#identity';
import type { OfficialDocument } from '#official';
import type { Clock, Database } from '#persistence';
import type { EvidenceFiles } from './evidence/files.js';
import type { WireLimits } from './limits/limited-adapter.js';
import { RequestLimits, type RequestLimitSettings } from './limits/request-limits.js';
import type { WakeUps } from '#scheduling';

export interface ApiConfig {
  /** 0: any free port. */
  port: number;
  /** Default 127.0.0.1: nothing is reachable from outside unless it is said. */
  host: string;
  /** The browser reaches us over TLS (our own or a proxy's): cookies are Secure, HSTS is sent. */
  secure: boolean;
  /** Proxies in front of us whose X-Forwarded-For is believed (express `trust proxy`). */
  trustProxy: number | string | false;
  /** Where people reach us, where it is said; null: as the request came. */
  baseUrl: string | null;
  /** Shown in the API description. */
  version: string;
  identity: IdentitySettings;
  limits: RequestLimitSettings;
  /** How slowly and at what length a request may arrive. Default: `DEFAULT_WIRE_LIMITS`. */
  wire?: WireLimits;
  /** How often the stream of alerts looks at the table. */
  alertPollMs: number;
  /** How often a stream without news shows that it is alive. */
  heartbeatMs: number;
  /** How long requests under way may take on shutdown before their connections are cut. */
  shutdownGraceMs: number;
  /** Check every answer against the contract before it is sent: for tests. */
  checkAnswers: boolean;
}

/** One part that the readiness check asks about. */
export interface ReadinessCheck {
  name: string;
  /** Says what is in order, or throws. */
  check: () => Promise<string>;
  /** Told of, and no reason to send nobody here: requests are answered all the same. */
  advisory?: boolean;
}

/** The queue of wake-ups, to look into and to stop. */
export type Queue = Pick<WakeUps, 'desk' | 'board'>;

/** Writes the ledger of a plan's period; null where there is none. */
export type LedgerWriter = (wanted: {
  jurisdictionId: string;
  planId: string;
  period: string;
  unitId: string | undefined;
  of?: { actionId?: string | undefined; unitId?: string | undefined };
  filler?: Filler;
}) => Promise<{ fileName: string; bytes: Uint8Array } | null>;

export interface ApiLog {
  info(message: string, detail?: Record<string, unknown>): void;
  error(message: string, detail?: Record<string, unknown>): void;
}

export interface ApiDependencies {
  database: Database;
  engine: Engine;
  /** The engine's clock: in a rehearsal, not the wall's. */
  clock: Clock;
  /** The wall's clock, for sessions and lock-out. Default: `clock`. */
  wallClock?: Clock;
  config: ApiConfig;
  /** Seals what a second factor rests on, and makes the key that letters' links are signed with. */
  secrets: SecretBox;
  /** Unified sign-in (OpenID Connect); absent: passwords alone. */
  signInProvider?: SignInProvider;
  /** Folder of the built page; without it, only the API is served. */
  webRoot?: string;
  ledger?: LedgerWriter;
  /** Absent: no files are taken. */
  files?: EvidenceFiles;
  readiness?: ReadinessCheck[];
  /** Absent: what shows the queue is not provided. */
  queue?: Queue;
  /** Told of a document that somebody is about to issue, so that the files are quickly written then; returns at once. */
  prepareToWrite?: (document: OfficialDocument) => void;
  log?: ApiLog;
}

/** What the controllers work with: the dependencies, completed. An injection token as well as a type. */
export class ApiContext {
  readonly database: Database;
  readonly engine: Engine;
  readonly clock: Clock;
  readonly identity: IdentityShell;
  readonly box: SecretBox;
  readonly config: ApiConfig;
  readonly signInProvider: SignInProvider | undefined;
  readonly ledger: LedgerWriter | undefined;
  readonly files: EvidenceFiles | undefined;
  readonly readiness: ReadinessCheck[];
  readonly queue: Queue | undefined;
  readonly prepareToWrite: (document: OfficialDocument) => void;
  readonly log: ApiLog;
  readonly limits: RequestLimits;

  constructor(dependencies: ApiDependencies) {
    this.database = dependencies.database;
    this.engine = dependencies.engine;
    this.clock = dependencies.clock;
    this.config = dependencies.config;
    this.signInProvider = dependencies.signInProvider;
    this.identity = {
      database: dependencies.database,
      clock: dependencies.wallClock ?? dependencies.clock,
      settings: dependencies.config.identity,
      secrets: dependencies.secrets,
    };
    this.box = dependencies.secrets;
    this.ledger = dependencies.ledger;
    this.files = dependencies.files;
    this.readiness = dependencies.readiness ?? [];
    this.queue = dependencies.queue;
    this.prepareToWrite = dependencies.prepareToWrite ?? (() => undefined);
    this.log = dependencies.log ?? silent;
    this.limits = new RequestLimits(dependencies.config.limits);
  }

  now(): Instant {
    return this.clock.now();
  }

  /** The engine's clock is far from the wall's. */
  isRehearsal(): boolean {
    const apart = Math.abs(epochMsOf(this.clock.now()) - epochMsOf(this.identity.clock.now()));
    return apart > REHEARSAL_APART_MS;
  }
}

/** Two clocks of one machine never differ by an hour. */
const REHEARSAL_APART_MS = 3_600_000;

const silent: ApiLog = { info: () => undefined, error: () => undefined };
