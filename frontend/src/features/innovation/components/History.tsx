import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Section } from '@/components/layout/Section';
import { QueryView } from '@/components/states/QueryView';
import { PlainTable } from '@/components/table/PlainTable';
import { queryString } from '@/lib/api/client';
import { moment } from '@/lib/format/dates';
import { number } from '@/lib/format/numbers';
import { checksQuery } from '../api/innovation';

/** Every check adopted in the reader's region; each opens as it was adopted. */
export function History() {
  const { t } = useTranslation('innovation');
  const query = useQuery(checksQuery);
  return (
    <Section title={t('history')}>
      <QueryView query={query}>
        {(rows) =>
          rows.length === 0 ? (
            <p>{t('noHistory')}</p>
          ) : (
            <PlainTable
              label={t('history')}
              cards
              columns={[
                { title: t('check') },
                { title: t('edition') },
                { title: t('outcomes.MET'), numeric: true },
                { title: t('outcomes.SHORT'), numeric: true },
                { title: t('outcomes.OPEN'), numeric: true },
                { title: t('adopted') },
              ]}
              rows={rows.map((row) => ({
                key: `${row.regionCode}-${row.year}-${row.edition}`,
                cells: [
                  <Link
                    key="check"
                    to={`/innovation${queryString({ region: row.regionCode, of: row.year, edition: row.edition })}`}
                  >
                    {t('checkOf', { region: row.regionName, year: row.year })}
                  </Link>,
                  t('editionOf', { n: row.edition }),
                  number(row.tally.met),
                  number(row.tally.missed),
                  number(row.tally.open),
                  `${row.adoptedBy} ${moment(row.adoptedAt)}`,
                ],
              }))}
            />
          )
        }
      </QueryView>
    </Section>
  );
}
