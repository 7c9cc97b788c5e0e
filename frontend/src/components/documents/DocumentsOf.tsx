import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Mark } from '@/components/states/Mark';
import { documentsQuery, pdfHref, type Document } from '@/lib/api/documents';
import { usePermission } from '@/lib/api/me';
import { date } from '@/lib/format/dates';
import { useNamed } from '@/lib/i18n/useNamed';
import { useKeepContext } from '@/lib/url/workContext';
import styles from './documents.module.css';

/** The official documents of a notice or finding: their number, and the paper itself. Nothing where there are none. */
export function DocumentsOf({ subject }: { subject: string }) {
  const { t } = useTranslation('common');
  const may = usePermission();
  const { data } = useQuery({
    ...documentsQuery({ subject, size: 100 }),
    enabled: may('document:read'),
  });
  if (!data || data.items.length === 0) return null;
  return (
    <ul className={styles.list} aria-label={t('documents.label')}>
      {data.items.map((one) => (
        <One key={one.id} document={one} />
      ))}
    </ul>
  );
}

function One({ document }: { document: Document }) {
  const { t } = useTranslation('common');
  const named = useNamed();
  const keep = useKeepContext();
  const kind = named({ nameZh: document.kindName, nameEn: document.kindNameEn });
  return (
    <li>
      <Link to={keep(`/documents/${document.id}`)}>
        {kind} {document.number ?? date(document.issuedOn)}
      </Link>
      {document.state === 'WITHDRAWN' && <Mark tone="quiet">{t('documents.withdrawn')}</Mark>}
      {document.fileState === 'READY' && (
        <a
          href={pdfHref(document.id)}
          target="_blank"
          rel="noreferrer"
          aria-label={`${t('documents.open')} ${kind} ${document.number ?? ''}`}
        >
          {t('documents.open')}
        </a>
      )}
      {document.fileState === 'PENDING' && <small>{t('documents.making')}</small>}
    </li>
  );
}
