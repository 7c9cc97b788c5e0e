import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { QueryView } from '@/components/states/QueryView';
import { usePhone } from '@/lib/useMediaQuery';
import { runSchoolsQuery } from '../api/runSchools';
import { CountyMap } from '../components/CountyMap';
import { useCounty } from './county';

export function MapPage() {
  const { t } = useTranslation();
  const phone = usePhone();
  const county = useCounty();
  const schools = useQuery(runSchoolsQuery(county.run.id, county.stage));
  return (
    <QueryView query={schools}>
      {(rows) => (
        <CountyMap
          schools={rows}
          stage={t(`stage.${county.stage}`)}
          onSchool={county.openSchool}
          height={phone ? 420 : Math.min(720, Math.max(520, window.innerHeight - 320))}
        />
      )}
    </QueryView>
  );
}
