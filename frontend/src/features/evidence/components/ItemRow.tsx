import { App, Button, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { FileStrip } from '@/components/evidence/PhotoStrip';
import { Mark } from '@/components/states/Mark';
import { usePermission } from '@/lib/api/me';
import { problemMessage } from '@/lib/api/problem';
import { date } from '@/lib/format/dates';
import { useDeed, type Ask, type Item } from '../api/evidence';
import styles from './evidence.module.css';

interface Props {
  archive: string;
  item: Item;
  onAsk: () => void;
  onPut: () => void;
}

/** A material: whether it is there, what is there, who must supply it and who was asked when. */
export function ItemRow({ archive, item, onAsk, onPut }: Props) {
  const { t, i18n } = useTranslation('evidence');
  const may = usePermission();
  const { modal, message } = App.useApp();
  const deed = useDeed(archive);
  const name = i18n.language === 'en' ? item.nameEn : item.nameZh;
  const failed = (error: unknown) => void message.error(problemMessage(error, t), 8);
  const takeOut = (file: string) => {
    let reason = '';
    modal.confirm({
      title: t('takeOut'),
      content: (
        <>
          <p>{t('takeOutHint')}</p>
          <Input aria-label={t('reason')} maxLength={500} onChange={(e) => (reason = e.target.value)} />
        </>
      ),
      okText: t('takeOut'),
      onOk: async () => {
        if (!reason.trim()) {
          void message.error(t('reasonNeeded'));
          throw new Error('reason');
        }
        await deed.mutateAsync({ name: 'takeOut', item: item.code, file, reason }).catch(failed);
      },
    });
  };
  return (
    <li>
      <div className={styles.itemHead}>
        <div>
          <strong>
            {item.code} {name}
          </strong>
          <small>{t('suppliedBy', { unit: item.unitZh, role: t(`suppliers.${item.supplier}`) })}</small>
        </div>
        {item.complete ? (
          <Mark tone="done">{t('there', { n: item.files.length })}</Mark>
        ) : (
          <Mark tone="failing">{t('lacking', { n: item.least - item.files.length })}</Mark>
        )}
        {may('archive:write') && (
          <span className={styles.deeds}>
            <Button onClick={onPut} aria-label={t('putName', { name })}>
              {t('put')}
            </Button>
            <Button onClick={onAsk} aria-label={t('askName', { name })}>
              {t('ask')}
            </Button>
          </span>
        )}
      </div>
      <FileStrip files={item.files} label={name} onRemove={may('archive:write') ? takeOut : undefined} />
      {item.asks.length > 0 && (
        <ul className={styles.asks} aria-label={t('asks')}>
          {item.asks.map((ask) => (
            <AskLine
              key={ask.id}
              ask={ask}
              onEnd={
                may('archive:write')
                  ? (end) => deed.mutate({ name: 'end', ask, end }, { onError: failed })
                  : undefined
              }
            />
          ))}
        </ul>
      )}
    </li>
  );
}

function AskLine({ ask, onEnd }: { ask: Ask; onEnd?: (end: 'DONE' | 'WITHDRAWN') => void }) {
  const { t } = useTranslation('evidence');
  return (
    <li>
      <span>
        {t('askLine', { unit: ask.unitName, date: date(ask.askedAt), name: ask.askerName })}
        {ask.dueOn && ` · ${t('askDue', { date: date(ask.dueOn) })}`}
      </span>
      {ask.ended ? (
        <Mark plain tone="quiet">
          {t(`ends.${ask.ended}`)}
        </Mark>
      ) : ask.answeredAt ? (
        <Mark plain tone="accent">
          {t('answered', { date: date(ask.answeredAt) })}
        </Mark>
      ) : (
        <Mark plain tone={ask.overdue ? 'failing' : 'dueSoon'}>
          {t(ask.overdue ? 'askLate' : 'askOpen')}
        </Mark>
      )}
      {ask.reached === false && (
        <Mark plain tone="dueSoon">
          {t(ask.schoolId || ask.regionCode ? 'askNoAccount' : 'askDepartment')}
        </Mark>
      )}
      {ask.open && onEnd && (
        <>
          <Button
            type="link"
            onClick={() => onEnd('DONE')}
            aria-label={t('endDoneName', { unit: ask.unitName })}
          >
            {t('endDone')}
          </Button>
          <Button
            type="link"
            onClick={() => onEnd('WITHDRAWN')}
            aria-label={t('endWithdrawnName', { unit: ask.unitName })}
          >
            {t('endWithdrawn')}
          </Button>
        </>
      )}
    </li>
  );
}
