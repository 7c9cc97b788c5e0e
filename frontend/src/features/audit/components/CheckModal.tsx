import { Alert, Flex, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { PlainTable } from '@/components/table/PlainTable';
import { date } from '@/lib/format/dates';
import { number } from '@/lib/format/numbers';
import type { Report } from '../api/audit';
import styles from './check.module.css';

interface Props {
  report: Report;
  onClose: () => void;
}

/** What a check of the chain found, and the hash of every day to note elsewhere. */
export function CheckModal({ report, onClose }: Props) {
  const { t } = useTranslation('audit');
  const holds = report.faultCount === 0;
  return (
    <Modal open title={t('checkTitle')} footer={null} onCancel={onClose} width={820}>
      <Flex vertical gap={16}>
        <Alert
          type={holds ? 'success' : 'error'}
          showIcon
          title={
            holds
              ? t('holds', { records: number(report.records) })
              : t('broken', { faults: number(report.faultCount) })
          }
          description={holds ? t('headHelp') : t('brokenHelp')}
        />
        {!holds && (
          <PlainTable
            label={t('fault')}
            columns={[
              { title: t('day') },
              { title: '', numeric: true },
              { title: t('fault') },
              { title: t('id') },
            ]}
            rows={report.faults.map((fault) => ({
              key: `${fault.kind}${fault.recordId}`,
              tone: 'failing',
              cells: [date(fault.day), fault.seq || '', t(`faults.${fault.kind}`), fault.recordId],
            }))}
          />
        )}
        <PlainTable
          label={t('head')}
          columns={[{ title: t('day') }, { title: t('records'), numeric: true }, { title: t('head') }]}
          rows={report.days.map((day) => ({
            key: day.day,
            cells: [
              <span key="day" className={styles.day}>
                {date(day.day)}
              </span>,
              number(day.records),
              <code key="head" className={styles.hash}>
                {day.head}
              </code>,
            ],
          }))}
        />
      </Flex>
    </Modal>
  );
}
