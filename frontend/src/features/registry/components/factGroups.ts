import type { Fact } from '@/lib/api/facts';

export type FactStage = 'PRIMARY' | 'JUNIOR' | 'SENIOR';
const STAGES: readonly FactStage[] = ['PRIMARY', 'JUNIOR', 'SENIOR'];

/** Which stages a kind of school teaches (GB/T 33782-2017 table 4). */
const taught: Record<string, readonly FactStage[]> = {
  '211': ['PRIMARY'],
  '218': ['PRIMARY'],
  '219': ['PRIMARY'],
  '311': ['JUNIOR'],
  '312': ['PRIMARY', 'JUNIOR'],
  '319': ['JUNIOR'],
  '321': ['JUNIOR'],
  '341': ['JUNIOR', 'SENIOR'],
  '342': ['SENIOR'],
  '345': STAGES,
  '361': ['SENIOR'],
  '514': ['PRIMARY', 'JUNIOR'],
};

export interface FactGroup {
  /** Undefined for the facts of the whole school. */
  stage?: FactStage;
  entries: { key: string; fact: Fact }[];
}

/** The facts a school of this kind reports, by stage; a stage with figures is shown even where it is not taught. */
export function groupsOf(facts: Fact[], kind: string, present: ReadonlySet<string>): FactGroup[] {
  const byStage = facts.filter((fact) => fact.level === 'STAGE');
  const stages = STAGES.filter(
    (stage) => taught[kind]?.includes(stage) || [...present].some((key) => key.startsWith(`${stage}.`)),
  );
  return [
    ...stages.map((stage) => ({
      stage,
      entries: byStage.map((fact) => ({ key: `${stage}.${fact.code}`, fact })),
    })),
    {
      entries: facts.filter((fact) => fact.level === 'SCHOOL').map((fact) => ({ key: fact.code, fact })),
    },
  ];
}
