import { useTranslation } from 'react-i18next';
import { Mark } from '@/components/states/Mark';
import type { School } from '../api/schools';

export function SchoolStateMark({ state }: { state: School['state'] }) {
  const { t } = useTranslation('registry');
  return (
    <Mark plain tone={state === 'OPEN' ? 'accent' : 'quiet'}>
      {t(`state.${state}`)}
    </Mark>
  );
}
