import type { OfficialDocument } from '#official';
import type { PeriodFacts } from '../facts/period-facts.js';
import { GENERAL_AT_MOST } from '../kinds/product-kinds.js';
import { filingMap } from '../pictures/filing-map.js';
import { indicatorPictures } from '../pictures/indicator-pictures.js';
import { ladderPicture } from '../pictures/ladder-picture.js';
import { inAnnex, inText, pictureAnnex } from '../pictures/picture-of.js';
import { unitRankingPictures } from '../pictures/unit-ranking.js';
import { say } from '../sentences/say.js';
import { sentence } from '../sentences/sentence.js';
import { actionAnnex, taskAnnex, unitAnnex } from './annex-tables.js';
import { fitted } from './fit.js';
import { headed } from './headed.js';
import { indicatorAnnex, indicators } from './indicators.js';
import { nextSteps } from './next-steps.js';
import { overview } from './overview.js';
import { typicalPractice } from './practice.js';
import { problems } from './problems.js';
import { actionRanking, lists, rankingAnnex, unitRanking } from './ranking.js';
import { subjectOf } from './subject-of.js';
import { trend } from './trend.js';
import { paragraph, section, type Writing } from './writing.js';

/** The quarterly review (季讲评): of the plan by headquarters, of an action by its task force. */
export const quarterlyReview = (facts: PeriodFacts): OfficialDocument =>
  fitted((atMost) => {
    const { record, book } = facts;
    const writing: Writing = { facts, book, atMost };
    const subject = subjectOf(facts);
    const [filings, measured] = [filingMap(facts), indicatorPictures(facts)];
    return headed(record.issue, {
      form: 'document',
      title: `关于${subject.title}${record.period.label}落实情况的讲评`,
      body: [
        ...paragraph(
          sentence(
            say`按照${book.run('plan.name')}的讲评要求`,
            say`现对${subject.inText}${book.run('period.label')}落实情况讲评如下`,
          ),
          sentence(say`数据截至${book.run('asOf')}`),
        ),
        ...section('总体情况', overview(writing), ladderPicture(facts), trend(writing), inText(filings)),
        ...section('指标完成情况', indicators(writing), inText(measured)),
        ...section('排名情况', actionRanking(writing), unitRanking(writing)),
        ...section('红黑榜', lists(writing)),
        ...section('典型做法', typicalPractice(writing)),
        ...section('存在的问题', problems(writing)),
        ...section('下季度重点', nextSteps(writing)),
      ],
      annexes: [
        actionAnnex(writing),
        unitAnnex(writing),
        rankingAnnex(writing),
        indicatorAnnex(writing),
        taskAnnex(writing),
        pictureAnnex('情况图', inAnnex(filings), inAnnex(measured), unitRankingPictures(writing)),
      ],
    });
  }, GENERAL_AT_MOST);
