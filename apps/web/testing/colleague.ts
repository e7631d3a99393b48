import { randomUUID } from 'node:crypto';
import {
  CSRF_HEADER,
  IDEMPOTENCY_HEADER,
  sessionSchema,
  sittingListSchema,
  sittingSchema,
  type SittingStatus,
} from '#contract';
import type { z } from 'zod';

/** Somebody who works at another desk, through the API. */
export class Colleague {
  private constructor(
    private readonly url: string,
    private readonly cookie: string,
    private readonly csrfToken: string,
  ) {}

  /** Null: refused. */
  static async signIn(url: string, username: string, password: string): Promise<Colleague | null> {
    const answer = await fetch(`${url}/api/v1/session`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ username, password }),
    });
    const body: unknown = await answer.json();
    if (answer.status !== 201) return null;
    const cookie = answer.headers.getSetCookie().map((one) => one.split(';')[0]);
    return new Colleague(url, cookie.join('; '), sessionSchema.parse(body).csrfToken);
  }

  /**
   * Files what the unit owes for ten days: the same few words for every task, no progress.
   *
   * @param reading what is read of a figure with such a target; left out: none is
   */
  async file(status: SittingStatus, reading?: (target: number) => number): Promise<void> {
    const { items } = await this.get(`/api/v1/sittings`, sittingListSchema);
    const summary = items.find((item) => item.status === status && item.periodLabel.endsWith('旬'));
    if (summary === undefined) throw new Error(`no sitting is ${status}`);
    const sitting = await this.get(`/api/v1/sittings/${summary.id}`, sittingSchema);
    const reports = sitting.items
      .filter(({ toFile }) => toFile)
      .map(({ obligationId, task, indicators }) => ({
        obligationId,
        progress: task.progress,
        done: '已召开调度会，任务分解到股室。',
        readings:
          reading === undefined
            ? []
            : indicators.map(({ position, value }) => ({ position, value: reading(value) })),
      }));
    const answer = await fetch(`${this.url}/api/v1/sittings/${summary.id}/filing`, {
      method: 'POST',
      headers: {
        Cookie: this.cookie,
        'Content-Type': 'application/json',
        'If-Match': `"${sitting.version}"`,
        [CSRF_HEADER]: this.csrfToken,
        [IDEMPOTENCY_HEADER]: randomUUID(),
      },
      body: JSON.stringify({ reports }),
    });
    if (!answer.ok) throw new Error(`${answer.status}: ${await answer.text()}`);
  }

  private async get<T>(path: string, schema: z.ZodType<T>): Promise<T> {
    const answer = await fetch(this.url + path, { headers: { Cookie: this.cookie } });
    return schema.parse(await answer.json());
  }
}
