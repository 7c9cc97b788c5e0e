import { useOutletContext } from 'react-router';
import type { Framework, Run, Stage, StageResult } from '../model';

/** What the pages of one county share: which framework, which run, which stage. */
export interface County {
  framework: Framework;
  run: Run;
  stage: Stage;
  result: StageResult;
  explain: (indicator: string, school?: string) => void;
  openSchool: (id: string) => void;
}

export const useCounty = () => useOutletContext<County>();
