import { actionIdOf, personIdOf, planIdOf, taskIdOf, type Actor } from '#accountability';
import {
  abandonProduct,
  acknowledgeProduct,
  adoptPolicy,
  correctProduct,
  editProduct,
  createEngine,
  figuresChangedSince,
  issueNotices,
  issueProduct,
  produceProduct,
  refreshProduct,
  returnProduct,
  reviewProduct,
  withdrawProduct,
  type ProductCommand,
  type WantedProduct,
} from '#engine';
import { readDocument } from '#documents';
import { checkOwnDocument, editableBody, plainText, writeDocx, type OfficialDocument } from '#official';
import { latestPolicyVersion, type ProductRead } from '#persistence';
import { actor, createTestDatabase, SMALL_DISTRICT, Story, type TestDatabase } from '#testing';
import { createHash } from 'node:crypto';

const PLAN = planIdOf(SMALL_DISTRICT, 'small-plan');
const BULLETIN: WantedProduct = {
  ...{ kind: 'monthlyBulletin', planId: PLAN },
  ...{ scopeKind: 'plan', scopeId: PLAN, period: '2024-05' },
};

/** A month of the small plan, and the bulletin that comes of it. */
describe('a product', () => {
  let db: TestDatabase;
  let story: Story;
  let bulletin: ProductRead;
  const context = () => story.engine.context;
  const as = (who: Actor, product: ProductRead, seen = true): ProductCommand => ({
    jurisdictionId: SMALL_DISTRICT,
    actor: who,
    productId: product.id,
    ...(seen && { expectedVersion: product.version }),
  });
  const done = async (outcome: ReturnType<typeof reviewProduct>): Promise<ProductRead> => {
    const result = await outcome;
    if (!result.ok) throw new Error(`${result.rejection.code}: ${result.rejection.message}`);
    return result.value;
  };
  const refused = async (outcome: ReturnType<typeof reviewProduct>): Promise<string> => {
    const result = await outcome;
    return result.ok ? 'done' : result.rejection.code;
  };
  const duty = async () => {
    const [row] = await story.read<{ state: string; reference: string }>(
      `select o.state, r.body->>'reference' as reference from obligation o join duty_record r on r.obligation_id = o.id
       where o.duty = 'monthlyBulletin' and o.period = '2024-05'`,
    );
    return row;
  };
  const words = (product: ProductRead): string =>
    (product.document as OfficialDocument).body
      .map((block) => ('line' in block ? plainText(block.line) : ''))
      .join('\n');

  beforeAll(async () => {
    db = await createTestDatabase();
    story = await Story.begin(db.database, '2024-04-30 09:00', 2, undefined, { duties: true });
    for (const task of [1, 2]) {
      await story.task('2024-04-30 09:30', 'hq', task, 'confirm');
      await story.task('2024-04-30 10:00', 'hq', task, 'dispatch');
      await story.task('2024-04-30 11:00', 'liaison', task, 'sign');
    }
    await story.files('2024-05-10 15:00', 'liaison', '2024-05 上旬', 40);
    await story.until('2024-06-03 09:00');
  });
  afterAll(() => db.drop());

  it('is drafted by itself, once, on the first day after its period', async () => {
    const rows = await story.read<{ what: string }>(
      `select kind || ' ' || scope_kind || ' ' || period || ' ' || state || ' ' || (obligation_id is not null) as what
       from product order by produced_at, kind, scope_kind`,
    );
    expect(rows.map(({ what }) => what)).toEqual(
      expect.arrayContaining([
        'monthlyBulletin plan 2024-05 draft true',
        'publication plan 2024-05 draft false',
      ]),
    );
    const before = rows.length;
    await story.engine.sweep(SMALL_DISTRICT);
    expect(await story.read('select 1 from product')).toHaveLength(before);
    bulletin = await done(
      produceProduct(context(), { ...BULLETIN, jurisdictionId: SMALL_DISTRICT, actor: actor('hq') }),
    );
    expect(bulletin.producedBy).toBeNull();
    expect(words(bulletin)).toContain('区教育局');
  });

  it('is made by its office and by nobody else', async () => {
    for (const somebody of ['liaison', 'supervisor', 'commander'])
      expect(await refused(reviewProduct(context(), as(actor(somebody), bulletin)))).toBe('NotPermitted');
  });

  it('keeps every figure as a field while a person changes the words around it', async () => {
    const blocks = editableBody((bulletin.document as OfficialDocument).body);
    const at = blocks.findIndex(({ kind, text }) => kind === 'paragraph' && text.includes('{{'));
    const edited = blocks.map((block, index) =>
      index === at
        ? { instead: index, level: 0 as const, text: `${block.text}请各单位对照抓好落实。` }
        : { keep: index },
    );
    const wrong = [{ keep: 999 }, { level: 0 as const, text: '{{没有的数}}' }];
    expect(await refused(editProduct(context(), { ...as(actor('hq'), bulletin), blocks: wrong }))).toBe(
      'InputInvalid',
    );
    bulletin = await done(editProduct(context(), { ...as(actor('hq'), bulletin), blocks: edited }));
    expect(words(bulletin)).toContain('请各单位对照抓好落实。');
    expect(
      await refused(
        editProduct(context(), { ...as(actor('hq'), bulletin), expectedVersion: 1, blocks: edited }),
      ),
    ).toBe('VersionConflict');
    bulletin = await done(refreshProduct(context(), as(actor('hq'), bulletin)));
    expect(words(bulletin)).toContain('请各单位对照抓好落实。');
  });

  it('is reviewed, returned, reviewed again, and not issued before', async () => {
    expect(await refused(issueProduct(context(), as(actor('hq'), bulletin)))).toBe('NotPermitted');
    bulletin = await done(reviewProduct(context(), as(actor('hq'), bulletin)));
    expect(await refused(refreshProduct(context(), as(actor('hq'), bulletin)))).toBe('NotPermitted');
    bulletin = await done(returnProduct(context(), as(actor('hq'), bulletin)));
    bulletin = await done(reviewProduct(context(), as(actor('hq'), bulletin)));
    expect(bulletin.state).toBe('reviewed');
  });

  it('is issued with the next number, the exact bytes, to everybody whom it goes to, and fulfils its duty as soon as that is open', async () => {
    bulletin = await done(issueProduct(context(), as(actor('hq'), bulletin)));
    expect(bulletin.number).toBe('张武指通〔2024〕1号');
    const files = await story.read<{ format: string; sha256: string; bytes: Buffer }>(
      'select format, sha256, bytes from product_file order by format',
    );
    expect(files.map(({ format }) => format)).toEqual(['docx', 'pdf']);
    for (const { sha256, bytes } of files)
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
    expect(files[1]?.bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(await duty()).toBeUndefined();
    await story.until('2024-06-04 09:30');
    expect(await duty()).toEqual({
      state: 'accepted',
      reference: `张武指通〔2024〕1号 ${bulletin.title}`,
    });
    expect((await story.heard()).filter((line) => line.includes(bulletin.title))).not.toEqual([]);
  });

  it('is acknowledged by whom it was delivered to, and by nobody for them', async () => {
    await done(acknowledgeProduct(context(), as(actor('liaison'), bulletin)));
    expect(
      await refused(
        acknowledgeProduct(
          context(),
          as({ ...actor('convener'), personId: personIdOf(SMALL_DISTRICT, 'nobody') }, bulletin),
        ),
      ),
    ).toBe('NotPermitted');
    expect(await story.read('select 1 from product_delivery where acknowledged_at is not null')).toHaveLength(
      1,
    );
  });

  it('stays as it was issued: the database refuses to change it', async () => {
    await expect(story.read(`update product set title = '另一个' where state = 'issued'`)).rejects.toThrow(
      'is not changed',
    );
  });

  it('of the ladder is kept as paper with its issue by hand, whole or not at all; many are issued in one go, and again', async () => {
    const drafts = (
      await story.read<{ id: string }>(
        `select id from notice where state = 'drafted' order by drafted_at, id`,
      )
    ).map(({ id }) => id);
    expect(drafts.length).toBeGreaterThan(0);
    const issue = (fault: (point: string) => void) =>
      issueNotices(
        createEngine({ database: db.database, clock: story.clock, fault, papers: { sweepNow: () => false } })
          .context,
        ...[
          {
            jurisdictionId: SMALL_DISTRICT,
            actor: actor('supervisor'),
            noticeIds: drafts,
            idempotencyKey: 'all',
          },
        ],
      );
    const dies = (point: string): void => {
      if (point === 'notices.issued') throw new Error('the process dies');
    };
    const kept = () =>
      story.read<{ number: string; format: string; sha256: string; bytes: Buffer }>(
        `select n.number, f.format, f.sha256, f.bytes from notice_file f join notice n on n.id = f.notice_id order by n.number, f.format`,
      );
    await expect(issue(dies)).rejects.toThrow('dies');
    expect(await kept()).toEqual([]);
    expect((await issue(() => undefined)).every(({ outcome }) => outcome.ok)).toBe(true);
    const files = await kept();
    expect(files.map(({ number, format }) => `${number} ${format}`)).toEqual(
      drafts.flatMap((_, at) => [`张武督办〔2024〕${at + 1}号 docx`, `张武督办〔2024〕${at + 1}号 pdf`]),
    );
    for (const { sha256, bytes } of files)
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
    // Asked again it answers what was issued, and keeps nothing twice.
    expect((await issue(dies).catch(() => [])).length).toBe(drafts.length);
    expect(await kept()).toHaveLength(files.length);
    await expect(story.read(`update notice_file set size = 2`)).rejects.toThrow();
  });

  it('tells which of its figures the record gives otherwise since its issue, and keeps them', async () => {
    const changed = () =>
      db.database.transaction({ jurisdictionId: SMALL_DISTRICT }, (tx) =>
        figuresChangedSince(context(), tx, bulletin),
      );
    expect(await changed()).toEqual([]);
    await story.files('2024-06-04 10:00', 'liaison', '2024-05 下旬', 45);
    const figures = new Map((await changed()).map(({ name, before, now }) => [name, [before, now]]));
    expect(figures.get('filings.unfiled')).toEqual(['4', '2']);
    expect(words(bulletin)).toContain('未报4项次');
  });

  it('is withdrawn with a reason, keeps its number, and is corrected by an edition of its own with the next', async () => {
    expect(await refused(withdrawProduct(context(), { ...as(actor('hq'), bulletin), reason: ' ' }))).toBe(
      'ReasonMissing',
    );
    bulletin = await done(
      withdrawProduct(context(), { ...as(actor('hq'), bulletin), reason: '数据口径有误' }),
    );
    let correction = await done(correctProduct(context(), as(actor('hq'), bulletin)));
    expect([correction.edition, correction.state]).toEqual([2, 'draft']);
    // What came in after the period was over is in the correction, as late.
    expect(words(correction)).toMatch(/截至2024年6月4日10:00.*迟报2项次、?，?未报2项次/su);
    // It names what it takes the place of, and goes on naming it whatever the figures are.
    const replaces = `本件更正2024年6月3日印发的《${bulletin.title.replace(/《/gu, '〈').replace(/》/gu, '〉')}》（张武指通〔2024〕1号），自印发之日起以本件为准，原张武指通〔2024〕1号已于2024年6月4日撤回。`;
    expect(words(correction).split('\n')[0]).toBe(replaces);
    const again = await done(correctProduct(context(), as(actor('hq'), bulletin)));
    expect(again.id).toBe(correction.id);
    correction = await done(refreshProduct(context(), as(actor('hq'), correction)));
    expect(words(correction).split('\n')[0]).toBe(replaces);
    const since = await db.database.transaction({ jurisdictionId: SMALL_DISTRICT }, (tx) =>
      figuresChangedSince(context(), tx, correction),
    );
    expect(since).toEqual([]);
    correction = await done(reviewProduct(context(), as(actor('hq'), correction)));
    correction = await done(issueProduct(context(), as(actor('hq'), correction)));
    expect(correction.number).toBe('张武指通〔2024〕2号');
    const files = await story.read<{ bytes: Buffer }>(
      'select bytes from product_file where product_id = $1',
      [correction.id],
    );
    expect(files).toHaveLength(2);
    for (const { bytes } of files) {
      const { blocks } = await readDocument(bytes, (page) => new TextDecoder().decode(page));
      expect(JSON.stringify(blocks).replace(/\s|\\n/gu, '')).toContain(
        '原张武指通〔2024〕1号已于2024年6月4日撤回',
      );
    }
  });

  it('leaves nothing behind and no gap in its numbers where the process dies while it is issued', async () => {
    const wanted: WantedProduct = { ...BULLETIN, kind: 'quarterlyReview', period: '2024-Q2' };
    let review = await done(
      produceProduct(context(), { ...wanted, jurisdictionId: SMALL_DISTRICT, actor: actor('hq') }),
    );
    review = await done(reviewProduct(context(), as(actor('hq'), review)));
    const dying = story.resumed((point) => {
      if (point === 'products.issued') throw new Error('the process dies');
    });
    await expect(issueProduct(dying.engine.context, as(actor('hq'), review))).rejects.toThrow('dies');
    expect(await story.read('select 1 from product_file where product_id = $1', [review.id])).toEqual([]);
    review = await done(issueProduct(context(), as(actor('hq'), review)));
    expect(review.number).toBe('张武指评〔2024〕1号');
  });

  it('is kept on the record as a draft that was not wanted', async () => {
    const wanted: WantedProduct = { ...BULLETIN, kind: 'publication' };
    let draft = await done(
      produceProduct(context(), { ...wanted, jurisdictionId: SMALL_DISTRICT, actor: actor('hq') }),
    );
    draft = await done(abandonProduct(context(), as(actor('hq'), draft)));
    expect(await refused(reviewProduct(context(), as(actor('hq'), draft)))).toBe('NotPermitted');
  });

  it('is tried again later and later where it cannot be written, is told to the offices, and keeps no other waiting', async () => {
    await story.until('2024-06-30 18:00');
    let tried = 0;
    const failing = story.resumed((point) => {
      if (point !== 'products.written') return;
      tried += 1;
      if (tried === 1) throw Object.assign(new Error('不能写'), { code: 'Unwritable' });
    });
    await failing.until('2024-07-01 00:02');
    const row = () =>
      story.read<{ kind: string; code: string; wait: number }>(
        `select kind, code, extract(epoch from retry_at - failed_at)::int / 60 as wait from unwritten_product`,
      );
    const [unwritten] = await row();
    expect(unwritten).toMatchObject({ code: 'Unwritable', wait: 5 });
    expect(await story.read(`select 1 from product where period = '2024-06'`)).not.toEqual([]);
    const before = tried;
    await failing.engine.sweep(SMALL_DISTRICT);
    expect(tried).toBe(before);
    const told = await story.read<{ username: string }>(
      `select p.username from message m join person p on p.id = m.person_id where m.kind = 'product:failed' order by 1`,
    );
    expect(told.map(({ username }) => username)).toEqual(['hq', 'supervisor']);
    await failing.until('2024-07-01 09:00');
    expect(await row()).toEqual([]);
  });

  it('is on the trail at each step, and the trail holds', async () => {
    const steps = await story.read<{ action: string }>(
      `select action from trail_line where kind = 'product' and target_id = $1 order by at, seq`,
      [bulletin.id],
    );
    expect(new Set(steps.map(({ action }) => action))).toEqual(
      new Set([
        'productProduced',
        'productEdited',
        'productRefreshed',
        'productReviewed',
        'productReturned',
        'productIssued',
        'productAcknowledged',
        'productWithdrawn',
      ]),
    );
  });

  it('of one person is of what they answer for, goes to them alone, and is never public', async () => {
    const of = (username: string, kind: WantedProduct['kind'] = 'dispatchBrief') =>
      produceProduct(context(), {
        ...{ ...BULLETIN, kind, scopeKind: 'person', scopeId: personIdOf(SMALL_DISTRICT, username) },
        ...{ period: '2024-05 下旬', jurisdictionId: SMALL_DISTRICT, actor: actor('hq') },
      });
    let brief = await done(of('liaison'));
    const [person] = await story.read<{ name: string }>(`select name from person where username = 'liaison'`);
    expect(brief.title).toBe(`${person?.name}同志负责任务2024年5月下旬调度单`);
    brief = await done(reviewProduct(context(), as(actor('hq'), brief)));
    brief = await done(issueProduct(context(), as(actor('hq'), brief)));
    const delivered = await story.read<{ username: string }>(
      `select p.username from product_delivery d join person p on p.id = d.person_id where d.product_id = $1`,
      [brief.id],
    );
    expect(delivered).toEqual([{ username: 'liaison' }]);
    // Who holds no post that answers for a task has none; what is published has no persons.
    expect(await refused(of('nobody'))).toBe('NothingToReport');
    expect(await refused(of('liaison', 'publication'))).toBe('NotPermitted');
  });

  it('is refused where there is none of its kind about such a thing', async () => {
    const of = (wanted: Partial<WantedProduct>) =>
      refused(
        produceProduct(context(), {
          ...BULLETIN,
          ...wanted,
          jurisdictionId: SMALL_DISTRICT,
          actor: actor('hq'),
        }),
      );
    expect(await of({ kind: 'tenDayLedger', period: '2024-05 上旬' })).toBe('ProductUnknown');
    expect(await of({ period: '2023-05' })).toBe('NothingToReport');
    expect(await of({ planId: '00000000-0000-0000-0000-000000000000' })).toBe('SubjectNotFound');
    expect(await of({ scopeKind: 'action', scopeId: actionIdOf(SMALL_DISTRICT, 'small-plan', 'A1') })).toBe(
      'NotPermitted',
    );
  });

  it('goes upward with the name of who issued it, and is issued jointly where the policy names others', async () => {
    const supervisor = actor('supervisor');
    const report: WantedProduct = {
      ...{ kind: 'specialReport', planId: PLAN, scopeKind: 'task' },
      ...{ scopeId: taskIdOf(SMALL_DISTRICT, 'small-plan', 'A1-01'), period: '2024-06-03' },
    };
    const drafted = await done(
      produceProduct(context(), { ...report, jurisdictionId: SMALL_DISTRICT, actor: supervisor }),
    );
    expect(drafted.document).toMatchObject({ signers: [] });
    const reviewed = await done(reviewProduct(context(), as(supervisor, drafted)));
    const issued = await done(issueProduct(context(), as(supervisor, reviewed)));
    const [person] = await story.read<{ name: string }>(
      `select name from person where username = 'supervisor'`,
    );
    expect(issued.document).toMatchObject({ signers: [person?.name] });
    const files = await story.read<{ bytes: Buffer }>(
      `select bytes from product_file where format = 'docx' and product_id = '${issued.id}'`,
    );
    expect(await checkOwnDocument(new Uint8Array(files[0]?.bytes ?? Buffer.alloc(0)))).toEqual([]);

    const { policy } = await context().database.transaction({ jurisdictionId: SMALL_DISTRICT }, async (tx) =>
      context().book.rules(tx, await latestPolicyVersion(tx)),
    );
    const others = ['区发展和改革局', '区财政局'];
    const products = {
      ...policy.products,
      issuedJointly: { specialReport: others },
      goesUpward: [{ kind: 'specialReport', signers: ['甲乙', '丙丁', '戊己'] }],
    };
    const adopted = await adoptPolicy(context(), {
      jurisdictionId: SMALL_DISTRICT,
      policy: { ...policy, products },
      adoptedBy: null,
      reason: '联合行文',
    });
    expect(adopted.ok).toBe(true);
    const second = await done(
      produceProduct(context(), {
        ...{ ...report, scopeId: taskIdOf(SMALL_DISTRICT, 'small-plan', 'A1-02') },
        ...{ jurisdictionId: SMALL_DISTRICT, actor: supervisor },
      }),
    );
    const both = await done(
      issueProduct(context(), as(supervisor, await done(reviewProduct(context(), as(supervisor, second))))),
    );
    const { issuersMark, jointIssuers, signature, signers, number } = both.document as OfficialDocument;
    expect({ jointIssuers, signers }).toEqual({ jointIssuers: others, signers: ['甲乙', '丙丁', '戊己'] });
    expect(signature.issuers).toEqual([issuersMark, ...others]);
    // The series is the maker's: what is issued jointly takes its next number.
    expect(number?.serial).toBe(((issued.document as OfficialDocument).number?.serial ?? 0) + 1);
    expect(await checkOwnDocument(await writeDocx(both.document as OfficialDocument))).toEqual([]);
  });
});
