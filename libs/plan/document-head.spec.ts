import { readDocumentHead } from './document-head.js';
import { normalise } from './text/normalise.js';

const head = (text: string) => readDocumentHead(normalise(text));

describe('the head of a document', () => {
  it('is read where the title is set on lines of its own, below the red head', () => {
    const found = head(
      '河西县人民政府办公室文件\n河政办发〔2025〕14号\n河西县人民政府办公室\n关于印发《2025年重点工作分工方案》的通知\n各乡镇人民政府：\n现印发给你们。\n河西县人民政府办公室\n2025年2月18日',
    );
    expect(found).toMatchObject({
      title: '河西县人民政府办公室关于印发《2025年重点工作分工方案》的通知',
      documentNumber: '河政办发〔2025〕14号',
      issuedBy: '河西县人民政府办公室',
      issuedOn: '2025-02-18',
      jurisdiction: '河西县',
      year: 2025,
      throughYear: 2025,
    });
  });

  it('takes the issuer from the signature where neither title nor head names one', () => {
    const found = head('关于做好防汛工作的通知\n各科室：\n请抓好落实。\n河西县水利局\n2025年5月6日');
    expect(found).toMatchObject({ title: '关于做好防汛工作的通知', issuedBy: '河西县水利局' });
  });

  it('takes the place from the title of a plan that names no issuer', () => {
    expect(head('河西市全民健身行动计划\n为加快建设，制定本计划。').jurisdiction).toBe('河西市');
    expect(head('全市全民健身行动计划\n为加快建设，制定本计划。').jurisdiction).toBe('');
  });

  it('dates a plan of several years by the first of them and ends it with the last', () => {
    expect(head('河西市教育行动计划\n（2025—2027年）\n为此制定本计划。')).toMatchObject({
      year: 2025,
      throughYear: 2027,
    });
  });
});
