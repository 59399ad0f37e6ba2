import type { Choice } from './card-choices.ts';
import type { Jurisdiction } from './jurisdiction.ts';

const FORMS: Record<Jurisdiction, readonly (readonly [RegExp, Choice])[]> = {
  HU: [
    [word('kft|korlátolt felelősségű társaság'), 'kft'],
    [word('zrt|zártkörűen működő részvénytársaság'), 'zrt'],
    [word('nyrt|nyilvánosan működő részvénytársaság'), 'nyrt'],
    [word('bt|betéti társaság'), 'bt'],
    [word('kkt|közkereseti társaság'), 'kkt'],
    [word('fióktelepe?'), 'hu-branch'],
    [word('szövetkezete?'), 'hu-cooperative'],
    [word('e\\. ?v|ev|egyéni vállalkozó'), 'hu-sole-trader'],
  ],
  RU: [
    [word('ооо|общество с ограниченной ответственностью'), 'ooo'],
    [word('пао|публичное акционерное общество'), 'pao'],
    [word('[зно]?ао|акционерное общество'), 'ao'],
    [word('ип|индивидуальный предприниматель'), 'ip'],
    [word('[\\p{L}]*кооператив'), 'ru-cooperative'],
    [word('фгуп|муп|гуп|фгбу|[фм]?казенное учреждение'), 'ru-state'],
  ],
  EU: [
    [word('gmbh|s\\.? ?r\\.? ?l|sp\\. ?z ?o\\. ?o|s\\. ?r\\. ?o|sarl|b\\. ?v|oü|sia|uab|d\\. ?o\\. ?o'), 'eu-limited'],
    [word('ag|s\\.a|n\\. ?v|a\\. ?s|s\\.p\\.a|oyj|se'), 'eu-stock'],
    [word('kg|ohg|snc'), 'eu-partnership'],
  ],
  US: [
    [word('llc|l\\.l\\.c'), 'llc'],
    [word('inc|corp|corporation|incorporated'), 'corporation'],
    [word('lp|llp|partnership'), 'us-partnership'],
  ],
};

/** The legal form a company carries in its name, with the words that say so; null where the name does not tell. */
export function legalFormOfName(name: string, jurisdiction: Jurisdiction): { form: Choice; words: string } | null {
  for (const [pattern, form] of FORMS[jurisdiction]) {
    const words = pattern.exec(name)?.[0];
    if (words !== undefined) return { form, words };
  }
  return null;
}

function word(alternatives: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives})(?![\\p{L}\\p{N}])`, 'iu');
}
