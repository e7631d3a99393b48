import { labelOfPeriod } from '#calendar';
import { wordInLanguage } from '../texts/in-language.js';

/** The key of a period (`2024-05 上旬`, `2024-Q2`) in words of the page's language: `2024年5月上旬`, `early May 2024`. */
export const formatPeriod = (key: string): string => wordInLanguage(labelOfPeriod(key));
