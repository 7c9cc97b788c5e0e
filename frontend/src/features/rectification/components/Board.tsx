import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { QueryView } from '@/components/states/QueryView';
import type { Query } from '@/lib/api/types';
import { date } from '@/lib/format/dates';
import { number } from '@/lib/format/numbers';
import { useKeepContext } from '@/lib/url/workContext';
import { findingsQuery, type FindingRow } from '../api/findings';
import styles from './Board.module.css';
import { Kind, Standing, TimeLeft } from './Standing';

const COLUMNS = ['RAISED', 'NOTIFIED', 'RECTIFYING', 'REPLIED', 'ACCEPTED', 'CLOSED'] as const;
type State = (typeof COLUMNS)[number];
const CARDS = 30;

interface Props {
  /** What the list is narrowed to, but for the state. */
  where: Query<'listFindings'>;
  /** Shows the rest of a column in the list. */
  onMore: (state: State) => void;
}

/** The same findings as columns, one for each state, the most urgent on top. */
export function Board({ where, onMore }: Props) {
  const { t } = useTranslation('rectification');
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolls inside itself
    <div className={styles.board} role="group" aria-label={t('view.board')} tabIndex={0}>
      {COLUMNS.map((state) => (
        <Column key={state} state={state} where={where} onMore={() => onMore(state)} />
      ))}
    </div>
  );
}

function Column({ state, where, onMore }: { state: State; where: Props['where']; onMore: () => void }) {
  const { t } = useTranslation('rectification');
  const query = useQuery(findingsQuery({ ...where, state, size: CARDS, page: 1, sort: 'deadline' }));
  return (
    <section className={styles.column} aria-label={t(`states.${state}`)}>
      <h2>
        {t(`states.${state}`)} <span className="dd-num">{query.data && number(query.data.total)}</span>
      </h2>
      <QueryView query={query}>
        {(page) => (
          <ul>
            {page.items.map((finding) => (
              <Card key={finding.id} finding={finding} />
            ))}
            {page.total > page.items.length && (
              <li>
                <button type="button" onClick={onMore}>
                  {t('view.more', { n: number(page.total - page.items.length) })}
                </button>
              </li>
            )}
          </ul>
        )}
      </QueryView>
    </section>
  );
}

function Card({ finding }: { finding: FindingRow }) {
  const keep = useKeepContext();
  return (
    <li className={styles.card} data-overdue={finding.overdue || undefined}>
      <Link to={keep(`/rectification/findings/${finding.id}`)}>{finding.description}</Link>
      <small>
        {finding.unitName} · <Kind finding={finding} />
      </small>
      {finding.state === 'RECTIFYING' && finding.deadline && (
        <small>
          {finding.overdue ? (
            <Standing finding={finding} />
          ) : (
            <>
              {date(finding.deadline)} <TimeLeft finding={finding} />
            </>
          )}
        </small>
      )}
    </li>
  );
}
