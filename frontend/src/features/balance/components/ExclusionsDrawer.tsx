import { Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { PlainTable } from '@/components/table/PlainTable';
import { useKindName } from '@/lib/i18n/useKindName';
import type { Exclusion } from '../model';

/** Schools that have no row of their own, and why. */
export function ExclusionsDrawer({ exclusions, onClose }: { exclusions: Exclusion[]; onClose: () => void }) {
  const { t } = useTranslation('balance');
  const kind = useKindName();
  return (
    <Drawer open onClose={onClose} size={640} title={t('exclusion.title')}>
      <PlainTable
        label={t('exclusion.title')}
        columns={[
          { title: t('exclusion.school') },
          { title: t('exclusion.kind') },
          { title: t('exclusion.why') },
        ]}
        rows={exclusions.map((one) => ({
          key: `${one.id}${one.reason}`,
          cells: [
            <Link key="name" to={`/schools/${one.id}`}>
              {one.name}
            </Link>,
            kind(one.kind),
            t(`exclusion.reason.${one.reason}`),
          ],
        }))}
      />
    </Drawer>
  );
}
