import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Section } from '@/components/layout/Section';
import { QueryView } from '@/components/states/QueryView';
import { Empty } from '@/components/states/States';
import { PlainTable } from '@/components/table/PlainTable';
import { useNamed } from '@/lib/i18n/useNamed';
import { useUrlState } from '@/lib/url/useUrlState';
import { changesQuery, systemsQuery, type Change } from '../api/systems';
import type { IndexSystem } from '@/lib/indexsystem/model';
import styles from './page.module.css';
import { useFieldName } from './useFieldName';

const KINDS = ['ADDED', 'REMOVED', 'MOVED', 'CHANGED'] as const;

/** What differs from the version it was made from, or from any other. */
export function ChangesView({ system }: { system: IndexSystem }) {
  const { t, i18n } = useTranslation('indexsystem');
  const named = useNamed();
  const fieldName = useFieldName();
  const [against, setAgainst] = useUrlState('against');
  const systems = useQuery(systemsQuery).data ?? [];
  // a shipped version is made from nothing here: the last of the same code comes before it
  const { code, version } = system.document;
  const last = systems
    .filter((s) => s.code === code && s.regionCode === system.regionCode && s.version < version)
    .sort((a, b) => b.version - a.version)[0];
  const base = system.basedOn ?? last?.id;
  const query = useQuery(changesQuery(system.id, against ?? (system.basedOn ? undefined : base)));
  const value = (change: Change, side: 'before' | 'after') => {
    const text = change[side] as string | null;
    if (change.kind === 'MOVED' && change.before === change.after)
      return side === 'after' ? t('changes.order') : '';
    if (change.kind === 'MOVED') return text || t('changes.top');
    if (change.kind === 'ADDED' || change.kind === 'REMOVED') return '';
    if (text === null) return t('changes.nothing');
    if (text === 'true' || text === 'false')
      return t(text === 'true' ? 'common:state.yes' : 'common:state.no');
    const said = ['kind', 'combine', 'rules', 'rules.rounding', 'checklist:how.veto', 'rules.passRule']
      .map((space) => `${space}.${text}`)
      .find((key) => /^[A-Z_]+$/.test(text) && i18n.exists(`indexsystem:${key}`));
    return said ? t(said as 'kind.YES_NO') : text;
  };
  const others = systems
    .filter((other) => other.id !== system.id)
    .map((other) => ({
      value: other.id,
      label: `${named(other)} · ${t('version', { version: other.version })}`,
    }));
  return (
    <Section
      title={t('changes.label')}
      actions={
        <label className={styles.versus}>
          <span>{t('changes.against')}</span>
          <Select
            className={styles.select}
            showSearch={{ optionFilterProp: 'label' }}
            value={against ?? base}
            options={others}
            placeholder={t('changes.base')}
            aria-label={t('changes.against')}
            onChange={(id: string) => setAgainst(id === base ? undefined : id)}
          />
        </label>
      }
    >
      <QueryView query={query}>
        {(changes) => {
          if (changes.length === 0) {
            return <Empty title={t(base || against ? 'changes.none' : 'changes.noBase')} />;
          }
          const count = Object.fromEntries(
            KINDS.map((kind) => [kind.toLowerCase(), changes.filter((c) => c.kind === kind).length]),
          );
          return (
            <>
              <p>{t('changes.sentence', count)}</p>
              <PlainTable
                label={t('changes.label')}
                columns={[
                  { title: t('changes.label') },
                  { title: t('changes.where') },
                  { title: t('changes.field') },
                  { title: t('changes.before') },
                  { title: t('changes.after') },
                ]}
                rows={changes.map((change, i) => ({
                  key: String(i),
                  cells: [
                    t(`changes.kind.${change.kind}`),
                    change.code ? `${change.code} ${named(change)}` : t('changes.whole'),
                    change.kind === 'MOVED'
                      ? t(change.before === change.after ? 'changes.place' : 'field.parent')
                      : (change.field as string | null)
                        ? fieldName(change.field)
                        : '',
                    value(change, 'before'),
                    value(change, 'after'),
                  ],
                }))}
              />
            </>
          );
        }}
      </QueryView>
    </Section>
  );
}
