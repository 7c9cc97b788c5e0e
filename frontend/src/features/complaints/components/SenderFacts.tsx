import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Section } from '@/components/layout/Section';
import { SummaryList } from '@/components/layout/SummaryList';
import { usePermission } from '@/lib/api/me';
import { problemMessage } from '@/lib/api/problem';
import styles from './complaints.module.css';
import { viewSender, type Complaint, type Sender } from '../api/complaints';

/** Who sent it, masked; the people who work the case can look, which is written down. */
export function SenderFacts({ detail }: { detail: Complaint }) {
  const { t } = useTranslation('complaints');
  const { message } = App.useApp();
  const may = usePermission();
  const [seen, see] = useState<Sender>();
  const left = detail.senderName || detail.senderContact;
  const shown = seen ?? { name: detail.senderName, contact: detail.senderContact };
  return (
    <Section title={t('sender')}>
      {left ? (
        <>
          <SummaryList
            items={[
              { key: 'name', label: t('name'), value: shown.name ?? t('notLeft') },
              { key: 'contact', label: t('contact'), value: shown.contact ?? t('notLeft') },
            ]}
          />
          {may('complaint:work') && !seen && (
            <Button
              className={styles.look}
              onClick={() =>
                void viewSender(detail.complaint.id).then(see, (error: unknown) =>
                  message.error(problemMessage(error, t), 8),
                )
              }
            >
              {t('look')}
            </Button>
          )}
        </>
      ) : (
        <p>{t('anonymous')}</p>
      )}
    </Section>
  );
}
