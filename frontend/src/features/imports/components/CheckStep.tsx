import { Alert, App, Button, Checkbox, Radio } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DownloadButton } from '@/components/layout/DownloadButton';
import { Section } from '@/components/layout/Section';
import { problemMessage } from '@/lib/api/problem';
import { number } from '@/lib/format/numbers';
import type { Import } from '../api/import';
import { useImportSteps } from '../api/steps';
import styles from './imports.module.css';
import { Problems } from './Problems';

/** What the dry run found, the user's own workbook with the bad cells marked, and the decision to write. */
export function CheckStep({ record, onRemap }: { record: Import; onRemap: () => void }) {
  const { t } = useTranslation('imports');
  const clean = record.rowsWithErrors === 0 && record.rowsToConfirm === 0;
  return (
    <>
      {record.message && <Alert type="warning" showIcon title={record.message} className={styles.told} />}
      <Section
        title={t('check.title')}
        note={
          clean
            ? t('check.allClean', { total: number(record.rowsTotal) })
            : t('check.some', {
                total: number(record.rowsTotal),
                clean: number(record.rowsClean),
                errors: number(record.rowsWithErrors),
                confirm: number(record.rowsToConfirm),
              })
        }
        actions={
          <Button type="link" onClick={onRemap}>
            {t('check.remap')}
          </Button>
        }
      >
        <Tiles record={record} />
        {!clean && (
          <div className={styles.marked}>
            <DownloadButton from={`/api/v1/imports/${record.id}/marked`}>{t('check.marked')}</DownloadButton>
            <span className={styles.hint}>{t('check.markedHint')}</span>
          </div>
        )}
      </Section>
      <Commit record={record} />
      {!clean && <Problems id={record.id} />}
    </>
  );
}

function Tiles({ record }: { record: Import }) {
  const { t } = useTranslation('imports');
  const tiles: [string, number, string?][] = [
    ['toCreate', record.toCreate],
    ['toUpdate', record.toUpdate],
    ['unchanged', record.unchanged],
    ['confirm', record.rowsToConfirm, record.rowsToConfirm > 0 ? 'dueSoon' : undefined],
    ['errors', record.rowsWithErrors, record.rowsWithErrors > 0 ? 'failing' : undefined],
  ];
  return (
    <dl className={styles.tiles}>
      {tiles.map(([key, value, tone]) => (
        <div key={key} className={styles.tile} data-tone={tone}>
          <dt>{t(`check.${key}`)}</dt>
          <dd>{number(value)}</dd>
        </div>
      ))}
    </dl>
  );
}

function Commit({ record }: { record: Import }) {
  const { t } = useTranslation('imports');
  const { message, modal } = App.useApp();
  const { commit, discard } = useImportSteps(record.id);
  const blocked = record.rowsWithErrors > 0;
  const [rows, setRows] = useState<'ALL' | 'CLEAN'>(blocked ? 'CLEAN' : 'ALL');
  const [confirmed, setConfirmed] = useState(false);
  const jumps = record.rowsToConfirm > 0;
  const fail = (error: unknown) => void message.error(problemMessage(error, t));
  const writes =
    rows === 'ALL' ? record.rowsTotal : record.rowsClean + (confirmed ? record.rowsToConfirm : 0);
  const sent = useRef(false);
  const write = () => {
    // a second click comes before the button knows that it is busy
    if (sent.current) return;
    sent.current = true;
    commit.mutate(
      { rows, confirmed },
      {
        onError: (error) => {
          sent.current = false;
          fail(error);
        },
      },
    );
  };
  return (
    <Section title={t('commit.title')}>
      <div className={styles.choice}>
        {blocked && (
          <Radio.Group
            aria-label={t('commit.choose')}
            value={rows}
            onChange={(event) => setRows(event.target.value as 'ALL' | 'CLEAN')}
            vertical
            options={[
              {
                value: 'CLEAN',
                label: (
                  <>
                    {t('commit.clean', { count: record.rowsClean + (confirmed ? record.rowsToConfirm : 0) })}
                    <small>{t('commit.cleanHint', { count: record.rowsWithErrors })}</small>
                  </>
                ),
              },
              {
                value: 'ALL',
                disabled: true,
                label: (
                  <>
                    {t('commit.all', { count: record.rowsTotal })}
                    <small>{t('commit.allBlocked')}</small>
                  </>
                ),
              },
            ]}
          />
        )}
        {jumps && (
          <Checkbox checked={confirmed} onChange={(event) => setConfirmed(event.target.checked)}>
            {t(record.kind === 'SCHOOLS' ? 'commit.confirmChanges' : 'commit.confirmJumps', {
              count: record.rowsToConfirm,
            })}
          </Checkbox>
        )}
        <div className={styles.inline}>
          <Button
            type="primary"
            loading={commit.isPending}
            disabled={writes === 0 || (rows === 'ALL' && jumps && !confirmed)}
            onClick={write}
          >
            {rows === 'ALL' ? t('commit.all', { count: record.rowsTotal }) : t('commit.ok')}
          </Button>
          <Button
            onClick={() =>
              void modal.confirm({
                title: t('check.discard'),
                content: t('check.discardSure'),
                okText: t('check.discard'),
                onOk: () => discard.mutateAsync().catch(fail),
              })
            }
          >
            {t('check.discard')}
          </Button>
          {writes === 0 && <span className={styles.hint}>{t('commit.nothing')}</span>}
          {rows === 'ALL' && jumps && !confirmed && (
            <span className={styles.hint}>{t('commit.needConfirm')}</span>
          )}
        </div>
      </div>
    </Section>
  );
}
