import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFactName } from './factNames';
import { ExclusionsDrawer } from './ExclusionsDrawer';
import type { Run, StageResult } from '../model';
import styles from '../pages/county.module.css';

const SHOWN = 9;

/** What stands in the way of a verdict, named school by school; and who is not in the picture. */
export function Notices({ result, run }: { result: StageResult; run: Run }) {
  const { t } = useTranslation('balance');
  const factName = useFactName();
  const [open, setOpen] = useState(false);
  const schools = new Set(result.missing.map((m) => m.id)).size;
  const outside = result.exclusions.filter((e) => e.reason !== 'STAGE_NOT_TAUGHT');
  return (
    <>
      {result.missing.length > 0 && (
        <section className={styles.notice}>
          <h2>
            {t('page.missingTitle', {
              stage: t(`common:stage.${result.stage}`),
              schools,
              count: result.missing.length,
            })}
          </h2>
          <div>{t('page.missingHint')}</div>
          <ul>
            {result.missing.slice(0, SHOWN).map((m) => (
              <li key={`${m.id} ${m.fact}`}>
                <Link to={`/schools/${m.id}?year=${run.year}`}>{m.name}</Link>: {factName(m.fact)}
              </li>
            ))}
          </ul>
          {result.missing.length > SHOWN && (
            <div>{t('page.missingMore', { count: result.missing.length - SHOWN })}</div>
          )}
        </section>
      )}
      <div className={styles.foot}>
        {result.warnings.map((warning) => (
          <span key={warning}>{t(`page.warning.${warning}`)}</span>
        ))}
        {run.unverified.length > 0 && (
          <Link to={`/frameworks/${run.frameworkId}`}>
            {t('page.unverified', { count: run.unverified.length })}
          </Link>
        )}
        {outside.length > 0 && (
          <Button type="link" size="small" onClick={() => setOpen(true)}>
            {t('page.excluded', { count: outside.length })}
          </Button>
        )}
      </div>
      {open && <ExclusionsDrawer exclusions={result.exclusions} onClose={() => setOpen(false)} />}
    </>
  );
}
