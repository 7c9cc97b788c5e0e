import { useQuery } from '@tanstack/react-query';
import { Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { QueryView } from '@/components/states/QueryView';
import { PlainTable } from '@/components/table/PlainTable';
import { date } from '@/lib/format/dates';
import { useKeepContext } from '@/lib/url/workContext';
import { foundQuery, type Appraisal } from '../api/appraisals';

/** The findings of the inspector's visits, as they stand today. */
export function Findings({ of, onClose }: { of: Appraisal; onClose: () => void }) {
  const { t } = useTranslation('appraisal');
  const keep = useKeepContext();
  const { from, until } = of.basis.figures;
  const query = useQuery(foundQuery(of.inspectorId, from, until));
  return (
    <Drawer open size={800} title={t('findings.title')} onClose={onClose}>
      <QueryView query={query}>
        {(rows) => (
          <PlainTable
            label={t('findings.title')}
            cards
            columns={[
              { title: t('findings.what') },
              { title: t('findings.school') },
              { title: t('findings.found') },
              { title: t('findings.closed') },
            ]}
            rows={rows.map(({ finding }) => ({
              key: finding.id,
              cells: [
                <Link key="finding" to={keep(`/rectification/findings/${finding.id}`)}>
                  {finding.description}
                </Link>,
                finding.unitName,
                date(finding.foundOn),
                finding.closedOn ? date(finding.closedOn) : t('findings.open'),
              ],
            }))}
          />
        )}
      </QueryView>
    </Drawer>
  );
}
