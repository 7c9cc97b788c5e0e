import type { Fact } from '@/lib/api/facts';
import { parameterValue, STAGES, type Framework, type Indicator, type Stage } from '../../model';
import {
  costCode,
  limitCode,
  numberOf,
  stepCode,
  thresholdCode,
  type Draft,
  type IndicatorForm,
  type Names,
} from './draft';

type Say = (key: string, values?: Record<string, unknown>) => string;

const byStage = (value: (stage: Stage) => number | null) =>
  Object.fromEntries(STAGES.map((stage) => [stage, value(stage)])) as Record<Stage, number | null>;

/** What the form of an indicator opens with. */
export function initialForm(
  draft: Draft,
  indicator: Indicator | undefined,
  ownSource: string,
): IndicatorForm {
  const limit = byStage((stage) => numberOf(draft, limitCode(stage)));
  if (!indicator) {
    return {
      code: '',
      nameZh: '',
      nameEn: '',
      unitZh: '',
      unitEn: '',
      per: 100,
      decimals: 2,
      numerator: [{ fact: undefined, factor: 1 }],
      additionFact: '',
      threshold: byStage(() => null),
      limit,
      step: 1,
      cost: null,
      source: ownSource,
      verified: false,
    };
  }
  const { code, nameZh, nameEn, unitZh, unitEn, decimals, numerator, additionFact, source, verified } =
    indicator;
  return {
    code,
    nameZh,
    nameEn,
    unitZh,
    unitEn,
    decimals,
    numerator,
    additionFact,
    source,
    verified,
    per: indicator.per === 1 ? 1 : 100,
    threshold: byStage((stage) => numberOf(draft, thresholdCode(code, stage))),
    limit,
    step: numberOf(draft, stepCode(additionFact)),
    cost: numberOf(draft, costCode(additionFact)),
  };
}

interface Following {
  now: IndicatorForm;
  changed: Partial<IndicatorForm>;
  facts: Fact[];
  draft: Draft;
  frameworks: Framework[];
  english: Say;
  chinese: Say;
}

/** Unit, code, addition and costs that go with the facts chosen; what a person has filled in stays. */
export function usualFor(given: Following): Partial<IndicatorForm> {
  const { now, changed, facts, draft, frameworks, english, chinese } = given;
  const codes = now.numerator.flatMap((term) => (term?.fact ? [term.fact] : []));
  const first = facts.find((fact) => fact.code === codes[0]);
  const next: Partial<IndicatorForm> = {};
  if (first && (changed.numerator || changed.per !== undefined)) {
    const usual = (say: Say, unit: string, per: number) =>
      unit +
      say('frameworks.editor.perUnit', {
        unit: say(`frameworks.editor.${per === 100 ? 'hundred' : 'pupil'}`),
      });
    /** nothing yet, or what was proposed for a fact before */
    const proposed = (say: Say, unit: string, of: (fact: Fact) => string) =>
      unit === '' || facts.some((fact) => [1, 100].some((per) => usual(say, of(fact), per) === unit));
    if (proposed(chinese, now.unitZh, (f) => f.unitZh)) next.unitZh = usual(chinese, first.unitZh, now.per);
    if (proposed(english, now.unitEn, (f) => f.unitEn)) next.unitEn = usual(english, first.unitEn, now.per);
  }
  if (first && now.code === '') {
    let code = first.code;
    for (let n = 2; draft.indicators.some((one) => one.code === code); n++) code = first.code + n;
    next.code = code;
  }
  const addition = changed.additionFact ?? (codes.includes(now.additionFact) ? now.additionFact : codes[0]);
  if (addition !== undefined && (addition !== now.additionFact || changed.additionFact)) {
    next.additionFact = addition;
    next.step = numberOf(draft, stepCode(addition)) ?? elsewhere(frameworks, stepCode(addition)) ?? 1;
    next.cost = numberOf(draft, costCode(addition)) ?? elsewhere(frameworks, costCode(addition)) ?? null;
  }
  if (codes.length === 0 && now.additionFact !== '') next.additionFact = '';
  return next;
}

/** The value another framework gives a parameter, as a first proposal. */
function elsewhere(frameworks: Framework[], code: string): number | undefined {
  for (const framework of frameworks) {
    const parameter = framework.parameters.find((p) => p.code === code);
    const value = parameter && parameterValue(parameter);
    if (typeof value === 'number') return value;
  }
  return undefined;
}

/** The names of the parameters an indicator brings with it. */
export function parameterNames(
  form: IndicatorForm,
  fact: Fact | undefined,
  chinese: Say,
  english: Say,
): Names {
  const zh = fact?.nameZh ?? form.additionFact;
  const en = fact?.nameEn ?? form.additionFact;
  const unit = fact?.unitZh ?? '';
  return {
    threshold: (stage) => ({
      nameZh: chinese('frameworks.made.threshold', {
        stage: chinese(`common:stage.${stage}`),
        name: form.nameZh,
      }),
      nameEn: english('frameworks.made.threshold', {
        stage: english(`common:stage.${stage}`),
        name: form.nameEn,
      }),
    }),
    step: {
      nameZh: chinese('frameworks.made.step', { fact: zh }),
      nameEn: english('frameworks.made.step', { fact: en }),
      unit,
    },
    cost: {
      nameZh: chinese('frameworks.made.cost', { fact: zh }),
      nameEn: english('frameworks.made.cost', { fact: en }),
      unit: chinese('frameworks.editor.costUnit', { unit }),
    },
  };
}
