import { useQuery } from '@tanstack/react-query';
import { Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { PageHeader } from '@/components/layout/PageHeader';
import { QueryView } from '@/components/states/QueryView';
import { date } from '@/lib/format/dates';
import { number } from '@/lib/format/numbers';
import { useNamed } from '@/lib/i18n/useNamed';
import { useUrlState } from '@/lib/url/useUrlState';
import { useKeepContext } from '@/lib/url/workContext';
import { systemQuery } from '../api/systems';
import { PhoneFrame } from '../components/preview/PhoneFrame';
import { ChangesView } from '../components/ChangesView';
import { IndicatorTree } from '../components/IndicatorTree';
import styles from '../components/page.module.css';
import { RulesView } from '../components/RulesView';
import { StateMark } from '../components/StateMark';
import { SystemActions } from '../components/SystemActions';
import { TrialView } from '../components/trial/TrialView';
import { items } from '@/lib/indexsystem/tree';
import { useSourceWords } from '../components/useSourceWords';
import type { IndexSystem } from '@/lib/indexsystem/model';

/** One version as a whole. */
export function SystemPage() {
  const { id = '' } = useParams();
  const query = useQuery(systemQuery(id));
  return (
    <QueryView query={query} lines={10}>
      {(system) => <Loaded system={system} />}
    </QueryView>
  );
}

function Loaded({ system }: { system: IndexSystem }) {
  const { t } = useTranslation('indexsystem');
  const named = useNamed();
  const keep = useKeepContext();
  const [tab = 'indicators', setTab] = useUrlState('tab');
  const { document } = system;
  return (
    <>
      <PageHeader
        title={named(document)}
        back={{ to: keep('/index-systems'), label: t('page.back') }}
        tags={<StateMark state={system.state} />}
        state={<StateSentence system={system} />}
        actions={<SystemActions system={system} />}
      />
      <Unverified list={document.source.unverified} />
      <Tabs
        className={styles.tabs}
        activeKey={tab}
        onChange={(key) => setTab(key === 'indicators' ? undefined : key)}
        destroyOnHidden
        items={[
          {
            key: 'indicators',
            label: t('page.tabs.indicators'),
            children: <IndicatorTree nodes={document.nodes} />,
          },
          { key: 'rules', label: t('page.tabs.rules'), children: <RulesView document={document} /> },
          { key: 'changes', label: t('page.tabs.changes'), children: <ChangesView system={system} /> },
          {
            key: 'phone',
            label: t('page.tabs.phone'),
            children: <PhoneFrame title={named(document)} nodes={document.nodes} />,
          },
          { key: 'trial', label: t('page.tabs.trial'), children: <TrialView system={system} /> },
        ]}
      />
    </>
  );
}

function StateSentence({ system }: { system: IndexSystem }) {
  const { t } = useTranslation('indexsystem');
  const inWords = useSourceWords();
  const { document, state } = system;
  const stood = () => {
    if (state === 'RETIRED')
      return t('page.retiredBy', { by: system.retiredBy ?? '', date: date(system.retiredAt) });
    if (state === 'DRAFT') return t('page.draftBy', { by: system.createdBy, date: date(system.createdAt) });
    if (system.regionCode === null) return t('page.shippedOn');
    return t('page.publishedBy', { by: system.publishedBy ?? '', date: date(system.publishedAt) });
  };
  return (
    <>
      <div>
        {t('page.sentence', {
          code: document.code,
          version: t('version', { version: document.version }),
          subject: t(`subject.${document.subject}`),
          items: items(document.nodes).length,
          full:
            system.full === null ? t('page.noPoints') : t('page.fullMarks', { full: number(system.full) }),
        })}
        {' · '}
        {stood()}
      </div>
      <div>{t('page.source', { source: inWords(document.source.title) })}</div>
    </>
  );
}

/** What in it is not verified, said openly. */
function Unverified({ list }: { list: string[] }) {
  const { t } = useTranslation('indexsystem');
  const inWords = useSourceWords();
  if (list.length === 0) return null;
  return (
    <details className={styles.notice} open={list.length <= 3}>
      <summary>{t('page.unverifiedTitle', { count: list.length })}</summary>
      <ul>
        {list.map((line) => (
          <li key={line}>{inWords(line)}</li>
        ))}
      </ul>
    </details>
  );
}
