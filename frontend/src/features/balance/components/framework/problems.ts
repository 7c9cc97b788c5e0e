import { ApiProblem } from '@/lib/api/problem';
import type { Draft, IndicatorForm } from './draft';
import { costCode, limitCode, stepCode, thresholdCode } from './draft';
import { STAGES } from '../../model';

/** What the server refused in a draft, by where it stands on the page. */
export interface DraftProblems {
  /** by position of the indicator: path inside it and message */
  indicators: Map<number, { path: string; message: string }[]>;
  /** by code of the parameter */
  parameters: Map<string, string>;
  count: number;
}

export const NO_PROBLEMS: DraftProblems = { indicators: new Map(), parameters: new Map(), count: 0 };

const INDICATOR = /^indicators\[(\d+)\]\.?(.*)$/;
const PARAMETER = /^parameters\[(.+)\]\.\w+$/;

/** Sorts the fields of a refusal to the indicators and parameters they belong to. */
export function draftProblems(error: unknown): DraftProblems {
  if (!(error instanceof ApiProblem)) return NO_PROBLEMS;
  const found: DraftProblems = { indicators: new Map(), parameters: new Map(), count: 0 };
  for (const { field, message } of error.errors) {
    const indicator = INDICATOR.exec(field);
    const parameter = PARAMETER.exec(field);
    if (indicator) {
      const at = Number(indicator[1]);
      found.indicators.set(at, [...(found.indicators.get(at) ?? []), { path: indicator[2] ?? '', message }]);
    } else if (parameter) found.parameters.set(parameter[1] ?? '', message);
    else continue;
    found.count++;
  }
  return found;
}

type FormField = { name: (string | number)[]; errors: string[] };

/** The problems of one indicator and of the parameters edited with it, as its form shows them. */
export function formProblems(problems: DraftProblems, draft: Draft, code: string): FormField[] {
  const at = draft.indicators.findIndex((one) => one.code === code);
  const indicator = draft.indicators[at];
  if (!indicator) return [];
  const fields: FormField[] = (problems.indicators.get(at) ?? []).map(({ path, message }) => ({
    name: path
      .split(/[.[\]]+/)
      .flatMap((part) => (part === '' ? [] : /^\d+$/.test(part) ? Number(part) : part)),
    errors: [message],
  }));
  const parameter = (id: string, name: FormField['name']) => {
    const message = problems.parameters.get(id);
    if (message) fields.push({ name, errors: [message] });
  };
  const field = (name: keyof IndicatorForm) => name;
  for (const stage of STAGES) {
    parameter(thresholdCode(code, stage), [field('threshold'), stage]);
    parameter(limitCode(stage), [field('limit'), stage]);
  }
  parameter(stepCode(indicator.additionFact), [field('step')]);
  parameter(costCode(indicator.additionFact), [field('cost')]);
  return fields;
}
