import { useQuery } from '@tanstack/react-query';
import { QueryView } from '@/components/states/QueryView';
import { runSchoolsQuery } from '../api/runSchools';
import { IndicatorMatrix } from '../components/IndicatorMatrix';
import { Notices } from '../components/Notices';
import { useCounty } from './county';

export function OverviewPage() {
  const county = useCounty();
  const { run, stage, result, framework } = county;
  const schools = useQuery(runSchoolsQuery(run.id, stage));
  return (
    <>
      {result.missing.length > 0 && <Notices result={result} run={run} />}
      <QueryView query={schools} lines={10}>
        {(rows) => (
          <IndicatorMatrix
            framework={framework}
            result={result}
            schools={rows}
            onIndicator={(code) => county.explain(code)}
            onSchool={(id) => county.openSchool(id)}
          />
        )}
      </QueryView>
      {result.missing.length === 0 && <Notices result={result} run={run} />}
    </>
  );
}
