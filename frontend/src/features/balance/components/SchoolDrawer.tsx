import { useQuery } from '@tanstack/react-query';
import { Button, Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Mark } from '@/components/states/Mark';
import { QueryView } from '@/components/states/QueryView';
import { Empty } from '@/components/states/States';
import { PlainTable } from '@/components/table/PlainTable';
import { MISSING, number, signed } from '@/lib/format/numbers';
import { useKindName } from '@/lib/i18n/useKindName';
import { useNamed, useUnit } from '@/lib/i18n/useNamed';
import { runSchoolsQuery } from '../api/runSchools';
import type { SchoolRow } from '../model';
import type { County } from '../pages/county';
import { verdictTone } from './StageCard';
import styles from './drawers.module.css';

/** A look at one school: each indicator against its standard; every figure opens what it is made of. */
export function SchoolDrawer({ county, id, onClose }: { county: County; id: string; onClose: () => void }) {
  const { t } = useTranslation('balance');
  const { run, stage } = county;
  const schools = useQuery(runSchoolsQuery(run.id, stage));
  const row: SchoolRow | undefined = schools.data?.find((school: SchoolRow) => school.id === id);
  return (
    <Drawer open onClose={onClose} size={620} title={row?.name ?? t('schools.name')}>
      <QueryView query={schools}>
        {() => (row ? <Look county={county} row={row} /> : <Empty title={t('common:state.missing')} />)}
      </QueryView>
    </Drawer>
  );
}

function Look({ county, row }: { county: County; row: SchoolRow }) {
  const { t } = useTranslation('balance');
  const named = useNamed();
  const unit = useUnit();
  const kind = useKindName();
  const { framework, result, stage } = county;
  return (
    <>
      <div className={styles.lead}>
        <Mark tone={verdictTone[row.verdict]}>
          {t(`common:stage.${stage}`)} {t(`schoolVerdict.${row.verdict}`)}
        </Mark>
        <span>{kind(row.kind)}</span>
        <span>{row.regionName}</span>
        <span className="dd-num">
          {t('schools.pupils')} {number(row.pupils)}
        </span>
        {row.folded.length > 0 && <span>{t('schools.folded', { count: row.folded.length })}</span>}
      </div>
      <PlainTable
        label={t('schools.values')}
        columns={[
          { title: t('indicator') },
          { title: t('schools.value'), numeric: true },
          { title: t('threshold'), numeric: true },
          { title: t('schools.shortfall'), numeric: true },
          { title: t('schools.verdict') },
        ]}
        rows={framework.indicators.map((indicator) => {
          const own = row.values.find((v) => v.indicator === indicator.code);
          const threshold = result.indicators.find((i) => i.code === indicator.code)?.threshold ?? null;
          const value = own?.value ?? null;
          const gap = value !== null && threshold !== null ? value - threshold : null;
          return {
            key: indicator.code,
            cells: [
              <span key="n">
                {named(indicator)} <span className="dd-faint">{unit(indicator)}</span>
              </span>,
              <Button key="v" type="link" size="small" onClick={() => county.explain(indicator.code, row.id)}>
                {number(value, indicator.decimals)}
              </Button>,
              number(threshold),
              gap === null ? MISSING : signed(gap, indicator.decimals),
              own?.met === null || own?.met === undefined ? (
                MISSING
              ) : (
                <Mark key="m" plain tone={own.met ? 'done' : 'failing'}>
                  {own.met
                    ? t('schools.meets')
                    : own.aboveFloor === false
                      ? t('schools.belowFloor')
                      : t('schools.fails')}
                </Mark>
              ),
            ],
          };
        })}
      />
      <p>
        <Link to={`/schools/${row.id}?year=${county.run.year}`}>{t('schools.open')}</Link>
      </p>
    </>
  );
}
