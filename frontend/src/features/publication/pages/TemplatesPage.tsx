import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { PageHeader } from '@/components/layout/PageHeader';
import { Section } from '@/components/layout/Section';
import { Mark } from '@/components/states/Mark';
import { QueryView } from '@/components/states/QueryView';
import { NoPermission } from '@/components/states/States';
import { PlainTable } from '@/components/table/PlainTable';
import { usePermission } from '@/lib/api/me';
import { number } from '@/lib/format/numbers';
import { useNamed } from '@/lib/i18n/useNamed';
import { useKeepContext } from '@/lib/url/workContext';
import { templatesQuery, type Templates } from '../api/templates';
import { OfficeName } from '../components/OfficeName';

/** Every kind of document with the template it is made with; and who issues. */
export function TemplatesPage() {
  const { t } = useTranslation('publication');
  const may = usePermission();
  const keep = useKeepContext();
  const named = useNamed();
  const allowed = may('template:edit');
  const query = useQuery({ ...templatesQuery, enabled: allowed });
  if (!allowed) return <NoPermission />;
  return (
    <>
      <PageHeader
        back={{ to: keep('/documents'), label: t('register') }}
        title={t('templates')}
        state={t('templatesState')}
      />
      <OfficeName />
      <QueryView query={query}>
        {(all) => (
          <Section title={t('kinds')} flush>
            <PlainTable
              label={t('kinds')}
              columns={[
                { title: t('kind') },
                { title: t('number') },
                { title: t('template') },
                { title: t('layout') },
              ]}
              rows={all.map((one) => ({
                key: one.kind,
                cells: [
                  <Link key="name" to={keep(`/document-templates/${one.kind}`)}>
                    {named({ nameZh: one.name, nameEn: one.nameEn })}
                  </Link>,
                  t(one.numbered ? 'numberedYes' : 'numberedNo'),
                  <InUse key="inUse" of={one} />,
                  <Layout key="layout" of={one} />,
                ],
              }))}
            />
          </Section>
        )}
      </QueryView>
    </>
  );
}

/** Which template is in use, in words. */
export function InUse({ of }: { of: Templates }) {
  const { t } = useTranslation('publication');
  if (of.inUse === null) return t('templateAbove');
  if (of.inUse === 0) return t('templateShipped');
  return t('templateVersion', {
    n: number(of.inUse),
    file: of.versions.find((v) => v.versionNo === of.inUse)?.fileName,
  });
}

export function Layout({ of }: { of: Templates }) {
  const { t } = useTranslation('publication');
  return of.deviations.length === 0 ? (
    <Mark tone="done">{t('layoutGood')}</Mark>
  ) : (
    <Mark tone="dueSoon">{t('layoutDeviates', { n: number(of.deviations.length) })}</Mark>
  );
}
