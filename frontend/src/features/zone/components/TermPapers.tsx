import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { DocumentsOf } from '@/components/documents/DocumentsOf';
import { documentsQuery } from '@/lib/api/documents';
import { usePermission, useToday } from '@/lib/api/me';
import { problemMessage } from '@/lib/api/problem';

import { cardHref, issueLetter } from '../api/papers';
import type { Appointment } from '../api/inspectors';
import styles from './zone.module.css';

/** Letter and card of a term: to be issued while it lasts, and what was issued. */
export function TermPapers({ term }: { term: Appointment }) {
  const { t } = useTranslation('zone');
  const { modal, message } = App.useApp();
  const may = usePermission();
  const today = useToday();
  const client = useQueryClient();
  const { data } = useQuery({
    ...documentsQuery({ subject: term.id, size: 100 }),
    enabled: may('document:read'),
  });
  const lasts = term.state === 'APPOINTED' && Boolean(term.endsOn) && term.endsOn >= today;
  const issue = () =>
    void modal.confirm({
      title: t('termPapers.issueTitle'),
      content: t('termPapers.issueText'),
      okText: t('termPapers.issue'),
      onOk: () =>
        issueLetter(term.id)
          .then(() => client.invalidateQueries({ queryKey: ['publication'] }))
          .catch((error: unknown) => void message.error(problemMessage(error, t), 8)),
    });
  return (
    <>
      <DocumentsOf subject={term.id} />
      {lasts && may('inspector:write') && may('document:handle') && (
        <p className={styles.papers}>
          {data?.items.length === 0 && <Button onClick={issue}>{t('termPapers.issue')}</Button>}
          <Button href={cardHref(term.id)} target="_blank" rel="noreferrer">
            {t('termPapers.card')}
          </Button>
        </p>
      )}
    </>
  );
}
