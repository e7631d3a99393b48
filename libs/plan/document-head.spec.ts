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

  it('is for the year that its title names where it was issued at the end of the one before', () => {
    const issued = (title: string, date: string): number => head(`${title}\n河西县人民政府\n${date}`).year;
    expect(issued('关于印发《河西县2025年工作要点》的通知', '2024年12月28日')).toBe(2025);
    expect(issued('关于印发《河西县2025—2027年行动方案》的通知', '2024年12月28日')).toBe(2024);
    expect(issued('关于印发《河西县2023年工作要点》的通知', '2024年1月28日')).toBe(2024);
  });

  it('tells the place of an office that is none of the government itself, and of a region below another', () => {
    const signed = (office: string) =>
      head(`关于印发工作要点的通知\n各成员单位：\n请落实。\n${office}\n2025年3月20日`);
    expect(signed('清江县生态环境保护委员会办公室').jurisdiction).toBe('清江县');
    expect(signed('河西市东城区人民政府办公室').jurisdiction).toBe('河西市东城区');
  });

  it('knows a table of tasks by its name', () => {
    expect(head('附件\n2025年市政府重点工作任务分解表').title).toBe('2025年市政府重点工作任务分解表');
  });
});
