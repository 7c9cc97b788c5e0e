import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '@/components/layout/PageHeader';
import { QueryView } from '@/components/states/QueryView';
import { NoPermission } from '@/components/states/States';
import { usePermission } from '@/lib/api/me';
import { useKeepContext } from '@/lib/url/workContext';
import { ladderQuery, termsQuery } from '../api/records';
import { CalendarSection } from '../components/CalendarSection';
import { TermsSection } from '../components/TermsSection';

/** When the steps of the ladder fall due, the office's own terms, and the working days they are counted in. */
export function TermsPage() {
  const { t } = useTranslation('rectification');
  const may = usePermission();
  const keep = useKeepContext();
  const ladder = useQuery(ladderQuery);
  const limits = useQuery(termsQuery);
  if (!may('finding:read')) return <NoPermission />;
  return (
    <>
      <PageHeader
        back={{ to: keep('/rectification'), label: t('title') }}
        title={t('terms.title')}
        state={t('terms.state')}
      />
      <QueryView query={ladder}>
        {(steps) => (
          <QueryView query={limits}>
            {(terms) => <TermsSection steps={steps} limits={terms.value} etag={terms.etag} />}
          </QueryView>
        )}
      </QueryView>
      <CalendarSection />
    </>
  );
}
