import { CSRF_HEADER, IDEMPOTENCY_HEADER, type SittingView } from '#contract';
import type { Post } from './load-district.js';

/** A change that the server has said is done. */
export interface DoneChange {
  key: string;
  personId: string;
  kind: 'filed' | 'accepted' | 'returned';
  /** What was changed, and the version that the person had seen: nobody else may have changed that one. */
  subject: string;
  seen: string;
  /** How many reports it filed; of a review, one. */
  events: number;
}

export interface Tally {
  reads: number[];
  writes: number[];
  done: DoneChange[];
  /** Refusals that are honest among many who act at once, by status. */
  refused: Map<number, number>;
  /** Anything else: status and words, or that the connection failed. */
  errors: string[];
  /** Keys of changes whose answer was never heard. */
  unheard: Set<string>;
}

export const emptyTally = (): Tally => ({
  reads: [],
  writes: [],
  done: [],
  refused: new Map(),
  errors: [],
  unheard: new Set(),
});

const HONEST = new Set([409, 412, 429]);

interface Reply {
  status: number;
  body: Record<string, unknown>;
}

/** One person at a browser, with a session of their own. */
export class LoadPerson {
  #cookie = '';
  #csrf = '';
  #keys = 0;
  personId = '';

  constructor(
    private readonly url: string,
    readonly post: Post,
    /** Where they sit: each at an address of their own, as a proxy in front would say. */
    private readonly address: string,
    private readonly tally: Tally,
  ) {}

  async signIn(password: string): Promise<void> {
    const response = await fetch(`${this.url}/api/v1/session`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Forwarded-For': this.address },
      body: JSON.stringify({ username: this.post.username, password }),
    });
    const session = (await response.json()) as { csrfToken: string; person: { id: string } };
    if (response.status !== 201)
      throw new Error(`${this.post.username} cannot sign in: ${JSON.stringify(session)}`);
    this.#cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    this.#csrf = session.csrfToken;
    this.personId = session.person.id;
  }

  /** What somebody of that role does next; `random` in [0, 1). */
  async act(random: number): Promise<void> {
    if (this.post.role === 'liaison')
      return random < 0.5 ? this.report() : this.look(['/tasks?limit=20', '/inbox', '/notices']);
    if (this.post.role === 'taskForceOffice') return this.review(random);
    return this.look(['/plans', '/tasks?limit=50', '/reporting-lines', '/alerts']);
  }

  private async look(paths: readonly string[]): Promise<void> {
    for (const path of paths) await this.read(path);
  }

  private async report(): Promise<void> {
    const list = await this.read('/sittings');
    for (const { id } of (list?.body['items'] ?? []) as { id: string }[]) {
      const shown = await this.read(`/sittings/${id}`);
      const sitting = shown?.body as unknown as SittingView | undefined;
      const owed = sitting?.items.filter(({ toFile }) => toFile) ?? [];
      if (sitting === undefined || sitting.allowedActions.length === 0 || owed.length === 0) continue;
      const reports = owed.map(({ obligationId }) => ({
        obligationId,
        progress: 10,
        done: '按计划推进',
        readings: [],
      }));
      await this.change(`/sittings/${id}/filing`, { reports }, String(sitting.version), {
        kind: 'filed',
        subject: id,
        events: owed.length,
      });
    }
  }

  /** Most reports are sent back, so that there is always something to file and to review. */
  private async review(random: number): Promise<void> {
    const waiting = await this.read('/obligations/to-review?limit=100');
    const items = (waiting?.body['items'] ?? []) as { obligationId: string; version: number }[];
    const item = items[Math.floor(random * items.length)];
    if (item === undefined) return;
    const [part, kind, body] =
      random * 100 - Math.floor(random * 100) < 0.05
        ? (['acceptance', 'accepted', {}] as const)
        : (['return', 'returned', { reason: '请补充数据来源' }] as const);
    await this.change(`/obligations/${item.obligationId}/${part}`, body, String(item.version), {
      kind,
      subject: item.obligationId,
      events: 1,
    });
  }

  private async read(path: string): Promise<Reply | undefined> {
    return this.ask('GET', path, {}, undefined, this.tally.reads);
  }

  private async change(
    path: string,
    body: object,
    seen: string,
    about: Pick<DoneChange, 'kind' | 'subject' | 'events'>,
  ): Promise<void> {
    const key = `load-${this.post.username}-${(this.#keys += 1)}`;
    const headers = {
      'If-Match': `"${seen}"`,
      [IDEMPOTENCY_HEADER]: key,
      [CSRF_HEADER]: this.#csrf,
      'Content-Type': 'application/json',
    };
    const reply = await this.ask('POST', path, headers, JSON.stringify(body), this.tally.writes);
    if (reply === undefined) this.tally.unheard.add(key);
    else if (reply.status === 200) this.tally.done.push({ ...about, key, personId: this.personId, seen });
  }

  private async ask(
    method: string,
    path: string,
    headers: Record<string, string>,
    body: string | undefined,
    times: number[],
  ): Promise<Reply | undefined> {
    const began = performance.now();
    try {
      const response = await fetch(`${this.url}/api/v1${path}`, {
        method,
        headers: { Cookie: this.#cookie, 'X-Forwarded-For': this.address, ...headers },
        ...(body === undefined ? {} : { body }),
      });
      const text = await response.text();
      times.push(performance.now() - began);
      const { status } = response;
      if (HONEST.has(status)) this.tally.refused.set(status, (this.tally.refused.get(status) ?? 0) + 1);
      else if (status !== 200) this.tally.errors.push(`${method} ${path}: ${status} ${text.slice(0, 200)}`);
      return { status, body: JSON.parse(text) as Record<string, unknown> };
    } catch (error) {
      this.tally.errors.push(`${method} ${path}: ${String(error)}`);
      return undefined;
    }
  }
}
