import i18next from 'i18next';
import type { ApiProblem } from '@/lib/api/problem';

/** What no person can mend on the phone: the two speak of different things. */
const MISFIT = new Set(['kernel.json', 'kernel.jsonWhole', 'kernel.unknownField']);

const PLACES: [RegExp, string][] = [
  [/^answers\b/, 'answers'],
  [/^findings\[(\d+)\]\.description$/, 'description'],
  [/^findings\[(\d+)\]\.rule$/, 'rule'],
  [/^findings\[(\d+)\]/, 'finding'],
  [/^received\.name$/, 'receiver'],
  [/^received\b/, 'mark'],
  [/^feedback$/, 'feedback'],
  [/^positionNote$/, 'place'],
  [/^(startedAt|finishedAt|sentAt)$/, 'time'],
];

/** Why a record was refused, in the words of the phone's own screens: no field is called by the name it has in a call. */
export function refusalWords(problem: ApiProblem): string {
  if ([problem.code, ...problem.errors.map((one) => one.code)].some((code) => code && MISFIT.has(code))) {
    return i18next.t('phone:refusal.misfit');
  }
  const named = problem.errors.map(({ field, message }) => {
    for (const [pattern, key] of PLACES) {
      const found = pattern.exec(field);
      if (found) {
        return i18next.t('phone:refusal.at', {
          where: i18next.t(`phone:refusal.${key}`, { n: Number(found[1] ?? 0) + 1 }),
          what: message,
        });
      }
    }
    return message;
  });
  if (named.length === 0) return problem.message;
  return [i18next.t('phone:refusal.count', { count: named.length }), ...new Set(named)].join(' ');
}
