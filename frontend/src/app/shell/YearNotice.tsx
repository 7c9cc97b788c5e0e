import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { AddressNotice } from '@/components/states/AddressNotice';
import { schoolYear } from '@/lib/format/dates';
import { useWorkContext } from '@/lib/url/workContext';
import styles from './Shell.module.css';

/** Says that the address names no school year, or one nothing is known of. */
export function YearNotice() {
  const { t } = useTranslation();
  const { year, wrongYear, yearBack, set } = useWorkContext();
  if (!wrongYear && yearBack === undefined) return null;
  return (
    <div className={styles.notice}>
      <AddressNotice asked={wrongYear} shown={schoolYear(year)} />
      {yearBack !== undefined && (
        <Alert
          type="warning"
          showIcon
          role="status"
          title={t('top.yearEmpty', { year: schoolYear(year) })}
          action={
            <Button size="small" onClick={() => set({ year: yearBack })}>
              {t('top.yearBack', { year: schoolYear(yearBack) })}
            </Button>
          }
        />
      )}
    </div>
  );
}
