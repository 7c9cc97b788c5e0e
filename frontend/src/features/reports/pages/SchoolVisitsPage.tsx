import { useTranslation } from 'react-i18next';
import { PageHeader } from '@/components/layout/PageHeader';
import { NoPermission } from '@/components/states/States';
import { VisitsOf } from '@/components/visits/VisitsOf';
import { useMe, usePermission } from '@/lib/api/me';

/** A school's own visits: those announced to it, and the records it was sent. */
export function SchoolVisitsPage() {
  const { t } = useTranslation('reports');
  const may = usePermission();
  const { scope } = useMe();
  if (!may('visitrecord:answer') || !scope.schoolId) return <NoPermission />;
  return (
    <>
      <PageHeader title={t('own')} state={scope.schoolName} />
      <VisitsOf school={scope.schoolId} />
    </>
  );
}
