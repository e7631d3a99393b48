import type { OfficialDocument } from '#official';
import type { PeriodFacts } from '../facts/period-facts.js';
import { GENERAL_AT_MOST } from '../kinds/product-kinds.js';
import { filingMap } from '../pictures/filing-map.js';
import { inAnnex, inText, pictureAnnex } from '../pictures/picture-of.js';
import { progressPictures } from '../pictures/progress-picture.js';
import { unitRankingPictures } from '../pictures/unit-ranking.js';
import { say } from '../sentences/say.js';
import { sentence } from '../sentences/sentence.js';
import { actions } from './actions.js';
import { actionAnnex, taskAnnex, unitAnnex } from './annex-tables.js';
import { changes, changesAnnex } from './changes.js';
import { fitted } from './fit.js';
import { headed } from './headed.js';
import { nextSteps } from './next-steps.js';
import { overview } from './overview.js';
import { typicalPractice } from './practice.js';
import { problems } from './problems.js';
import { subjectOf } from './subject-of.js';
import { paragraph, section, type Writing } from './writing.js';

/** The monthly bulletin (月通报): of the plan by headquarters, of an action by its task force. */
export const monthlyBulletin = (facts: PeriodFacts): OfficialDocument =>
  fitted((atMost) => {
    const { record, book } = facts;
    const writing: Writing = { facts, book, atMost };
    const subject = subjectOf(facts);
    const [progress, filings] = [progressPictures(facts), filingMap(facts)];
    return headed(record.issue, {
      form: 'document',
      title: `关于${subject.title}${record.period.label}落实情况的通报`,
      body: [
        ...paragraph(
          sentence(
            say`按照${book.run('plan.name')}的调度要求`,
            say`现将${subject.inText}${book.run('period.label')}落实情况通报如下`,
          ),
          sentence(say`数据截至${book.run('asOf')}`),
        ),
        ...section('总体情况', overview(writing), inText(progress), inText(filings)),
        ...(record.scope.per === 'plan' ? section('各行动情况', actions(writing)) : []),
        ...section('变化情况', changes(writing)),
        ...section('存在的问题', problems(writing)),
        ...section('典型做法', typicalPractice(writing)),
        ...section('下一步工作', nextSteps(writing)),
      ],
      annexes: [
        actionAnnex(writing),
        unitAnnex(writing),
        changesAnnex(writing),
        taskAnnex(writing),
        pictureAnnex('情况图', inAnnex(progress), inAnnex(filings), unitRankingPictures(writing)),
      ],
    });
  }, GENERAL_AT_MOST);
