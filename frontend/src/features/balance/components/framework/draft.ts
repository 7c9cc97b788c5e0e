import { STAGES, type Framework, type Indicator, type Parameter, type Stage } from '../../model';
import { GROUPS, sameValue } from './parameters';

/** What of a framework can be edited before it is published. */
export interface Draft {
  indicators: Indicator[];
  parameters: Parameter[];
}

/** An indicator as its form holds it, with the parameters the calculation needs for it. */
export interface IndicatorForm {
  code: string;
  nameZh: string;
  nameEn: string;
  unitZh: string;
  unitEn: string;
  per: 1 | 100;
  decimals: number;
  numerator: { fact?: string; factor: number | null }[];
  additionFact: string;
  threshold: Record<Stage, number | null>;
  limit: Record<Stage, number | null>;
  step: number | null;
  cost: number | null;
  source: string;
  verified: boolean;
}

/** Names of the parameters an indicator brings with it, in both languages. */
export interface Names {
  threshold: (stage: Stage) => { nameZh: string; nameEn: string };
  step: { nameZh: string; nameEn: string; unit: string };
  cost: { nameZh: string; nameEn: string; unit: string };
}

/** What else a change of a draft rests on. */
export interface Surroundings {
  /** the parameters of the framework it is based on */
  base: Parameter[];
  /** source of what is decided here */
  ownSource: string;
  /** ISO day from which own values hold */
  today: string;
}

const REQUIRED = 'schoolRule.required';
export const thresholdCode = (indicator: string, stage: Stage) => `threshold.${indicator}.${stage}`;
export const stepCode = (fact: string) => `plan.step.${fact}`;
export const costCode = (fact: string) => `plan.cost.${fact}`;
export const limitCode = (stage: Stage) => `limit.${stage}`;

export const draftOf = (framework: Framework): Draft => ({
  indicators: framework.indicators,
  parameters: framework.parameters,
});

/** A number as a draft holds it; null where nothing is set. */
export const numberOf = (draft: Draft, code: string): number | null => {
  const value = draft.parameters.find((p) => p.code === code)?.value as unknown;
  return typeof value === 'number' ? value : null;
};

/** The parameter with another value. A value of the model keeps the model's source, any other is the office's own. */
function valued(parameter: Parameter, value: unknown, around: Surroundings): Parameter {
  if (sameValue(parameter.value, value)) return parameter;
  const was = around.base.find((p) => p.code === parameter.code);
  const next = value as Parameter['value'];
  if (was && sameValue(was.value, value)) return { ...was, value: next };
  return {
    ...parameter,
    value: next,
    confidence: 'OWN',
    verified: false,
    source: around.ownSource,
    effectiveFrom: around.today,
  };
}

/** The draft with one value changed. */
export function withValue(draft: Draft, code: string, value: unknown, around: Surroundings): Draft {
  return {
    ...draft,
    parameters: draft.parameters.map((p) => (p.code === code ? valued(p, value, around) : p)),
  };
}

/** The draft with an indicator added at the end, or changed in its place, and with every parameter it needs. */
export function withIndicator(
  draft: Draft,
  was: Indicator | undefined,
  form: IndicatorForm,
  shared: boolean,
  names: Names,
  around: Surroundings,
): Draft {
  const numerator = form.numerator.map((term) => ({ fact: term.fact ?? '', factor: term.factor ?? 1 }));
  const indicator: Indicator = {
    number: was?.number ?? draft.indicators.length + 1,
    code: form.code,
    nameZh: form.nameZh,
    nameEn: form.nameEn,
    unitZh: form.unitZh,
    unitEn: form.unitEn,
    per: form.per,
    shared,
    decimals: form.decimals,
    numerator,
    denominator: 'pupils',
    additionFact: form.additionFact,
    confidence: was && was.source === form.source ? was.confidence : 'OWN',
    verified: form.verified,
    source: form.source,
  };
  const indicators = was
    ? draft.indicators.map((one) => (one.code === was.code ? indicator : one))
    : [...draft.indicators, indicator];

  const parameters = new Map(draft.parameters.map((p) => [p.code, p]));
  const put = (code: string, value: number | null, made: Partial<Parameter>, from?: Parameter) => {
    const fresh = {
      type: 'NUMBER',
      value: null,
      unit: null,
      confidence: 'OWN',
      verified: false,
      source: around.ownSource,
      effectiveFrom: around.today,
      choices: null,
    } as unknown as Parameter;
    parameters.set(code, valued({ ...(from ?? fresh), ...made, code }, value, around));
  };
  for (const stage of STAGES) {
    const before = was && thresholdCode(was.code, stage);
    const from = before ? parameters.get(before) : undefined;
    if (before) parameters.delete(before);
    const named = from && was?.nameZh === form.nameZh && was.nameEn === form.nameEn;
    put(
      thresholdCode(form.code, stage),
      form.threshold[stage] ?? null,
      { ...(named ? {} : names.threshold(stage)), unit: form.unitZh },
      from,
    );
    const limit = parameters.get(limitCode(stage));
    if (limit) parameters.set(limit.code, valued(limit, form.limit[stage] ?? null, around));
  }
  const fact = form.additionFact;
  const step = parameters.get(stepCode(fact));
  const cost = parameters.get(costCode(fact));
  put(stepCode(fact), form.step, step ? {} : names.step, step);
  put(costCode(fact), form.cost, cost ? {} : names.cost, cost);
  return settled({ indicators, parameters: [...parameters.values()] }, around);
}

/** The draft without an indicator and without what only it needed. */
export function without(draft: Draft, code: string, around: Surroundings): Draft {
  return settled({ ...draft, indicators: draft.indicators.filter((one) => one.code !== code) }, around);
}

/** The draft with an indicator one place up or down. */
export function moved(draft: Draft, code: string, by: -1 | 1, around: Surroundings): Draft {
  const indicators = [...draft.indicators];
  const at = indicators.findIndex((one) => one.code === code);
  const to = at + by;
  const [one] = indicators.splice(at, 1);
  if (!one || to < 0 || to > indicators.length) return draft;
  indicators.splice(to, 0, one);
  return settled({ ...draft, indicators }, around);
}

/**
 * Numbers the indicators anew, keeps the parameters of those present in their order, and lowers the number of
 * indicators a school must meet to what is left.
 */
function settled(draft: Draft, around: Surroundings): Draft {
  const indicators = draft.indicators.map((one, i) => ({ ...one, number: i + 1 }));
  const order = new Map<string, number>();
  for (const one of indicators) {
    for (const stage of STAGES) order.set(thresholdCode(one.code, stage), order.size);
    for (const code of [stepCode(one.additionFact), costCode(one.additionFact)]) {
      if (!order.has(code)) order.set(code, order.size);
    }
  }
  const head = (p: Parameter) => p.code.split('.')[0];
  const bound = (p: Parameter) => head(p) === 'threshold' || /^plan\.(step|cost)\./.test(p.code);
  const kept = draft.parameters.filter((p) => !bound(p) || order.has(p.code));
  const group = (p: Parameter) => {
    const at = GROUPS.findIndex((one) => one === head(p));
    return at < 0 ? GROUPS.length : at;
  };
  const place = (p: Parameter) => group(p) * 1000 + (order.get(p.code) ?? 0);
  const parameters = kept
    .map((p, i) => ({ p, i }))
    .sort((a, b) => place(a.p) - place(b.p) || a.i - b.i)
    .map(({ p }) =>
      p.code === REQUIRED && Number(p.value) > indicators.length && indicators.length > 0
        ? valued(p, indicators.length, around)
        : p,
    );
  return { indicators, parameters };
}

/** Whether the number of indicators a school must meet was lowered from one draft to the next, and to what. */
export function lowered(before: Draft, after: Draft): number | undefined {
  const was = numberOf(before, REQUIRED);
  const is = numberOf(after, REQUIRED);
  return was !== null && is !== null && is < was ? is : undefined;
}

/** How many things differ between two drafts: indicators added, removed, changed or in another order, and values. */
export function changes(before: Draft, after: Draft): number {
  const plain = (one: Indicator) => JSON.stringify({ ...one, number: 0 });
  const was = new Map(before.indicators.map((one) => [one.code, one]));
  const is = new Map(after.indicators.map((one) => [one.code, one]));
  const removed = before.indicators.filter((one) => !is.has(one.code)).length;
  const added = after.indicators.filter((one) => {
    const old = was.get(one.code);
    return !old || plain(old) !== plain(one);
  }).length;
  const common = (list: Indicator[], other: Map<string, Indicator>) =>
    list.flatMap((one) => (other.has(one.code) ? [one.code] : [])).join();
  const reordered = common(before.indicators, is) === common(after.indicators, was) ? 0 : 1;
  const values = new Map(before.parameters.map((p) => [p.code, p]));
  const changed = after.parameters.filter((p) => {
    const old = values.get(p.code);
    return old && !sameValue(old.value, p.value);
  }).length;
  return removed + added + reordered + changed;
}
