import { useQuery } from '@tanstack/react-query';
import { Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { DownloadButton } from '@/components/layout/DownloadButton';
import { PageHeader } from '@/components/layout/PageHeader';
import { Section } from '@/components/layout/Section';
import { QueryView } from '@/components/states/QueryView';
import { Empty, NoPermission } from '@/components/states/States';
import { usePermission } from '@/lib/api/me';
import { number } from '@/lib/format/numbers';
import { useUrlState } from '@/lib/url/useUrlState';
import { useKeepContext } from '@/lib/url/workContext';
import { archiveQuery, type Archive, type Item } from '../api/evidence';
import { AskModal } from '../components/AskModal';
import styles from '../components/evidence.module.css';
import { ItemRow } from '../components/ItemRow';
import { PutModal } from '../components/PutModal';

/** One catalogue: what is missing first, who was asked, all of it to be handed out. */
export function ArchivePage() {
  const { id = '' } = useParams();
  const may = usePermission();
  const allowed = may('archive:read');
  const query = useQuery({ ...archiveQuery(id), enabled: allowed });
  if (!allowed) return <NoPermission />;
  return <QueryView query={query}>{(archive) => <View archive={archive} />}</QueryView>;
}

function View({ archive }: { archive: Archive }) {
  const { t, i18n } = useTranslation('evidence');
  const keep = useKeepContext();
  const [show, setShow] = useUrlState('show');
  const [asking, setAsking] = useState<Item>();
  const [putting, setPutting] = useState<Item>();
  const { summary } = archive;
  const english = i18n.language === 'en';
  const missing = summary.items - summary.complete;
  const zip = `/api/v1/evidence/catalogues/${summary.id}/zip`;
  const wanted = (item: Item) => show === 'all' || !item.complete;
  const categories = archive.categories.filter((one) => one.items.some(wanted));
  return (
    <>
      <PageHeader
        back={{ to: keep('/archives'), label: t('archives') }}
        title={t('archiveOf', { year: summary.year, name: english ? summary.nameEn : summary.nameZh })}
        state={
          missing > 0
            ? `${t('missing', { n: number(missing) })} · ${t('complete', {
                n: number(summary.complete),
                all: number(summary.items),
              })}`
            : t('allComplete', { all: number(summary.items) })
        }
        actions={<DownloadButton from={zip}>{t('zipAll')}</DownloadButton>}
      />
      <div className={styles.bar}>
        <Segmented
          value={show === 'all' ? 'all' : 'missing'}
          aria-label={t('show')}
          options={[
            { value: 'missing', label: t('showMissing') },
            { value: 'all', label: t('showAll') },
          ]}
          onChange={(value) => setShow(value === 'all' ? 'all' : undefined)}
        />
      </div>
      {categories.length === 0 && <Empty title={t('allComplete', { all: number(summary.items) })} />}
      {categories.map((category) => (
        <Section
          key={category.code}
          title={`${category.code} ${english ? category.nameEn : category.nameZh}`}
          note={
            category.missing > 0
              ? t('missing', { n: number(category.missing) })
              : t('allComplete', { all: number(category.items.length) })
          }
          actions={
            <DownloadButton
              from={`${zip}?category=${category.code}`}
              aria-label={t('zipOf', { name: english ? category.nameEn : category.nameZh })}
            >
              {t('zip')}
            </DownloadButton>
          }
          className={styles.category}
        >
          <ul className={styles.items}>
            {category.items.filter(wanted).map((item) => (
              <ItemRow
                key={item.code}
                archive={summary.id}
                item={item}
                onAsk={() => setAsking(item)}
                onPut={() => setPutting(item)}
              />
            ))}
          </ul>
        </Section>
      ))}
      <Section title={t('sourceTitle')}>
        <p>{archive.source.title}</p>
        <p>{t('unverified')}</p>
        <ul>
          {archive.source.unverified.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      </Section>
      {asking && (
        <AskModal
          archive={summary.id}
          region={summary.regionCode}
          item={asking}
          onClose={() => setAsking(undefined)}
        />
      )}
      {putting && <PutModal archive={summary.id} item={putting} onClose={() => setPutting(undefined)} />}
    </>
  );
}
