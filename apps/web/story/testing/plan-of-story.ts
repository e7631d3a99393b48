/** A plan that nobody has issued: two tasks of one unit of the demo's district. */
export const PLAN_OF_STORY = {
  code: 'xinghe-2024-forest',
  title: '星河片区护林行动方案',
  file: {
    name: '星河片区护林行动方案.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from(`星河片区管理办公室关于印发《星河片区护林行动方案》的通知
星河办发〔2024〕6号
各有关单位：
现将《星河片区护林行动方案》印发给你们，请抓好落实。
星河片区管理办公室
2024年4月30日
星河片区护林行动方案
一、总体要求
守住山林，还绿于民。
二、重点任务
1.补植山脚林带。5月底前补植林带200亩。（区林业局牵头，区水利局配合）
2.修缮瞭望台。年底前修缮瞭望台3座。（区林业局牵头）
三、保障措施
各单位要加强领导，确保各项工作落到实处。
`),
  },
} as const;
