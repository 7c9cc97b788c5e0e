import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Section } from '@/components/layout/Section';
import { Mark, type Tone } from '@/components/states/Mark';
import { QueryView } from '@/components/states/QueryView';
import { PlainTable } from '@/components/table/PlainTable';
import { moment } from '@/lib/format/dates';
import { deliveriesQuery, useRetry, type Delivery } from '../api/messages';

const TONES: Record<Delivery['state'], Tone> = {
  HELD: 'quiet',
  GATHERED: 'quiet',
  WAITING: 'dueSoon',
  SENT: 'accent',
  GIVEN_UP: 'failing',
};

/** What went out to the reader lately, and why something did not. */
export function Deliveries() {
  const { t } = useTranslation('messages');
  const query = useQuery(deliveriesQuery);
  const retry = useRetry();
  return (
    <Section title={t('deliveries')}>
      <QueryView query={query}>
        {(deliveries) =>
          deliveries.length === 0 ? (
            <p>{t('noDeliveries')}</p>
          ) : (
            <PlainTable
              label={t('deliveries')}
              columns={[
                { title: t('at') },
                { title: t('channel') },
                { title: t('what') },
                { title: t('result') },
              ]}
              rows={deliveries.map((d) => ({
                key: d.id,
                cells: [
                  moment(d.createdAt),
                  t(`channels.${d.channel}`),
                  d.title,
                  <span key="result">
                    <Mark tone={TONES[d.state]}>{t(`results.${d.state}`)}</Mark>{' '}
                    {d.lastError !== null && t('attempts', { count: d.attempts, error: d.lastError })}
                    {d.lastError !== null && d.state !== 'SENT' && (
                      <Button type="link" size="small" onClick={() => retry.mutate(d.id)}>
                        {t('retry')}
                      </Button>
                    )}
                  </span>,
                ],
              }))}
            />
          )
        }
      </QueryView>
    </Section>
  );
}
