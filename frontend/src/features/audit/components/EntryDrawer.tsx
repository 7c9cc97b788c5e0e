import { Drawer, Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '@/components/layout/LinkButton';
import { SummaryList } from '@/components/layout/SummaryList';
import { PlainTable } from '@/components/table/PlainTable';
import { date, moment } from '@/lib/format/dates';
import { MISSING } from '@/lib/format/numbers';
import type { Entry } from '../api/audit';
import { called } from './called';

interface Props {
  entry: Entry;
  onClose: () => void;
}

/** Everything one record holds. */
export function EntryDrawer({ entry, onClose }: Props) {
  const { t } = useTranslation('audit');
  const role = entry.actorRole ? t(`common:role.${entry.actorRole as 'director'}`) : MISSING;
  return (
    <Drawer open onClose={onClose} title={t('record')} size={520}>
      <Flex vertical gap={16} align="stretch">
        <SummaryList
          items={[
            { key: 'at', label: t('at'), value: moment(entry.at) },
            {
              key: 'actor',
              label: t('actor'),
              value: entry.actorName
                ? `${entry.actorName} · ${entry.actor}`
                : entry.actor === 'system'
                  ? t('system')
                  : entry.actor,
            },
            { key: 'role', label: t('role'), value: role },
            { key: 'source', label: t('source'), value: entry.source ?? MISSING },
            { key: 'action', label: t('action'), value: entry.actionName },
            { key: 'subject', label: t('subject'), value: entry.subjectName },
            { key: 'title', label: t('called'), value: called(entry, t) ?? MISSING },
            { key: 'id', label: t('id'), value: entry.subjectId },
            { key: 'region', label: t('region'), value: entry.regionCode ?? MISSING },
            {
              key: 'chain',
              label: t('chain'),
              value: entry.day ? t('place', { day: date(entry.day), seq: entry.seq }) : t('waiting'),
            },
          ]}
        />
        {entry.changes.length > 0 && (
          <PlainTable
            label={t('changes')}
            columns={[{ title: t('changes') }, { title: '' }]}
            rows={entry.changes.map((change) => ({
              key: change.code,
              cells: [
                change.name,
                change.before === null
                  ? (change.after ?? t('none'))
                  : t('until', { from: change.before, to: change.after ?? t('none') }),
              ],
            }))}
          />
        )}
        <LinkButton
          to={`/audit?subjectType=${entry.subjectType}&subject=${encodeURIComponent(entry.subjectId)}`}
        >
          {t('all')}
        </LinkButton>
      </Flex>
    </Drawer>
  );
}
