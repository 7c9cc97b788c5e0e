import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { PageHeader } from '@/components/layout/PageHeader';
import { AddressNotice } from '@/components/states/AddressNotice';
import { QueryView } from '@/components/states/QueryView';
import { Loading, NoPermission } from '@/components/states/States';
import { usePermission, useToday } from '@/lib/api/me';
import { month as monthOf } from '@/lib/format/dates';
import { number } from '@/lib/format/numbers';
import { useUrlMonth } from '@/lib/url/useUrlMonth';
import { useKeepContext } from '@/lib/url/workContext';
import { daysOffQuery, inspectorVisitsQuery, peopleQuery, type Visit } from '../api/plans';
import { Month } from '../components/Month';
import { MoveForm } from '../components/MoveForm';
import styles from '../components/plans.module.css';

/** The visits of one inspector, month by month. */
export function CalendarPage() {
  const { t } = useTranslation('plans');
  const { id = '' } = useParams();
  const may = usePermission();
  const keep = useKeepContext();
  const today = useToday();
  const [moving, move] = useState<{ visit: Visit; to?: string }>();
  const { month, ask, wrong } = useUrlMonth(today);
  const first = dayjs(`${month}-01`);
  const from = `${month}-01`;
  const until = first.endOf('month').format('YYYY-MM-DD');
  const allowed = may('visitplan:read');
  const people = useQuery({ ...peopleQuery, enabled: allowed });
  const visits = useQuery({ ...inspectorVisitsQuery(id, from, until), enabled: allowed });
  const off = useQuery({ ...daysOffQuery(from, until), enabled: allowed });
  if (!allowed) return <NoPermission />;
  const person = people.data?.find((one) => one.id === id)?.name;
  const count = (state: Visit['state']) =>
    visits.data?.items.filter((one) => one.state === state).length ?? 0;
  const step = (months: number) => ask(first.add(months, 'month').format('YYYY-MM'));
  return (
    <>
      <PageHeader
        back={{ to: keep('/visit-plans'), label: t('back') }}
        title={t('calendarTitle', { name: person ?? '' })}
        state={
          visits.data &&
          t('calendarState', {
            month: monthOf(month),
            planned: number(count('PLANNED')),
            made: number(count('MADE')),
          })
        }
        actions={
          <>
            <Button icon={<LeftOutlined aria-hidden />} aria-label={t('previous')} onClick={() => step(-1)} />
            <Button onClick={() => ask(undefined)}>{t('thisMonth')}</Button>
            <Button icon={<RightOutlined aria-hidden />} aria-label={t('next')} onClick={() => step(1)} />
          </>
        }
      />
      <AddressNotice asked={wrong} shown={monthOf(month)} />
      {may('visit:make') && <p className={styles.help}>{t('help')}</p>}
      <QueryView query={visits}>
        {(page) =>
          off.data ? (
            <>
              {page.items.length === 0 && <p className={styles.help}>{t('free')}</p>}
              <Month
                month={month}
                visits={page.items}
                off={off.data}
                may={may('visit:make')}
                onMove={(visit, to) => move({ visit, to })}
              />
            </>
          ) : (
            <Loading lines={8} />
          )
        }
      </QueryView>
      {moving && <MoveForm visit={moving.visit} to={moving.to} onClose={() => move(undefined)} />}
    </>
  );
}
