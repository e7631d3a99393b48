import { wordInLanguage } from '../texts/in-language.js';
import { language } from '../texts/language.js';

/** The key of a period (`2024-05 上旬`, `2024-Q2`) as the page's language has it; in Chinese it is read as it is written. */
export const formatPeriod = (key: string): string => (language === 'zh-CN' ? key : wordInLanguage(key));
