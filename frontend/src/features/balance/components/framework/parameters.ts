import { useTranslation } from 'react-i18next';
import { number } from '@/lib/format/numbers';
import { useKindName } from '@/lib/i18n/useKindName';
import { parameterValue, type Framework, type Parameter } from '../../model';

/** The first parts of parameters' codes, in the order shown. */
export const GROUPS = ['limit', 'threshold', 'schoolRule', 'county', 'scope', 'split', 'plan'] as const;
export type ParameterGroup = (typeof GROUPS)[number] | 'other';

/** Parameters by the first part of their code, in the order the framework gives them. */
export function grouped(parameters: Parameter[]): { group: ParameterGroup; parameters: Parameter[] }[] {
  const groups = new Map<ParameterGroup, Parameter[]>();
  for (const parameter of parameters) {
    const head = parameter.code.split('.')[0];
    const group = GROUPS.find((one) => one === head) ?? 'other';
    groups.set(group, [...(groups.get(group) ?? []), parameter]);
  }
  return [...groups].map(([group, list]) => ({ group, parameters: list }));
}

/** Whether two values of a parameter are the same. */
export const sameValue = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/** The parameters that differ from the framework they are based on, by code, with their earlier value. */
export function differences(parameters: Parameter[], base: Framework | undefined): Map<string, Parameter> {
  const before = new Map(base?.parameters.map((parameter) => [parameter.code, parameter]));
  return new Map(
    parameters.flatMap((parameter) => {
      const was = before.get(parameter.code);
      return was && !sameValue(parameterValue(was), parameterValue(parameter))
        ? [[parameter.code, was] as const]
        : [];
    }),
  );
}

/** How many indicators were added, dropped or changed. */
export function changedIndicators(now: Framework['indicators'], before: Framework['indicators']): number {
  const was = new Map(before.map((one) => [one.code, JSON.stringify({ ...one, number: 0 })]));
  const kept = now.filter((one) => was.get(one.code) === JSON.stringify({ ...one, number: 0 })).length;
  const common = now.filter((one) => was.has(one.code)).length;
  return now.length - common + (before.length - common) + (common - kept);
}

/** A parameter's value as a person reads it. */
export function useShownValue(): (parameter: Parameter) => string {
  const { t } = useTranslation('balance');
  const kind = useKindName();
  return (parameter) => {
    const value = parameterValue(parameter);
    if (value === null || value === undefined) return t('frameworks.notSet');
    switch (parameter.type) {
      case 'BOOLEAN':
        return t(value === true ? 'common:state.yes' : 'common:state.no');
      case 'CHOICE':
        return t(`frameworks.choice.${String(value)}`);
      case 'KINDS':
        return (value as string[]).map(kind).join(', ');
      case 'SHARE':
        return t('percent', { value: number(Number(value) * 100) });
      default:
        return number(Number(value));
    }
  };
}
