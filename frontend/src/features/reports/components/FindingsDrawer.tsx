import { useQuery } from '@tanstack/react-query';
import { Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { QueryView } from '@/components/states/QueryView';
import { PlainTable } from '@/components/table/PlainTable';
import { date } from '@/lib/format/dates';
import { useKeepContext } from '@/lib/url/workContext';
import { findingsQuery, type Row, type Table } from '../api/reports';

/** The findings behind a number. */
export function FindingsDrawer({
  of,
  matter,
  table,
  month,
  onClose,
}: {
  of: Row;
  /** Only those raised on an item of this matter. */
  matter?: number;
  table: Table;
  month: string;
  onClose: () => void;
}) {
  const { t } = useTranslation('reports');
  const keep = useKeepContext();
  const query = useQuery(findingsQuery(month));
  const all = of === table.total;
  return (
    <Drawer
      open
      size={800}
      title={t('findingsOf', { name: all ? t('total') : (of.name ?? t('none')) })}
      onClose={onClose}
    >
      <QueryView query={query}>
        {(rows) => (
          <PlainTable
            label={t('findings')}
            cards
            columns={[
              { title: t('what') },
              { title: t('school') },
              { title: t('found') },
              { title: t('closed') },
            ]}
            rows={rows
              .filter((one) => all || (table.by === 'ZONE' ? one.zoneId : one.inspectorId) === of.id)
              .filter((one) => matter === undefined || one.matter === matter)
              .map(({ finding }) => ({
                key: finding.id,
                cells: [
                  <Link key="finding" to={keep(`/rectification/findings/${finding.id}`)}>
                    {finding.description}
                  </Link>,
                  finding.unitName,
                  date(finding.foundOn),
                  finding.closedOn ? date(finding.closedOn) : t('open'),
                ],
              }))}
          />
        )}
      </QueryView>
    </Drawer>
  );
}
