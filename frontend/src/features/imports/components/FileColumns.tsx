import { useTranslation } from 'react-i18next';
import { PlainTable } from '@/components/table/PlainTable';
import type { Import } from '../api/import';
import styles from './mapping.module.css';

const EXAMPLES = [
  ['col_J + col_K', 'sum'],
  ['MIN(col_I, col_M)', 'least'],
  ['IF(col_F == 4, "P", "G")', 'choice'],
  ['STR_FORMAT("21%s", col_D)', 'text'],
  ['COALESCE(col_R, 0)', 'blank'],
] as const;
const FUNCTIONS =
  'IF, SWITCH, COALESCE, SUM, MIN, MAX, ABS, ROUND, FLOOR, CEILING, STR_LEFT, STR_RIGHT, STR_SUBSTRING, STR_LENGTH, STR_CONTAINS, STR_UPPER, STR_TRIM, STR_FORMAT';

/** What the file holds, column by column, and how formulas over it are written; closed until wanted. */
export function FileColumns({ headers }: { headers: Import['headers'] }) {
  const { t } = useTranslation('imports');
  return (
    <>
      <details className={styles.group}>
        <summary>{t('map.columns', { count: headers.length })}</summary>
        <PlainTable
          label={t('map.preview')}
          columns={[{ title: t('map.column') }, { title: t('map.header') }, { title: t('map.sample') }]}
          rows={headers.map((header) => ({
            key: header.column,
            cells: [header.column, header.header, header.sample.join(' · ')],
          }))}
        />
      </details>
      <details className={styles.group}>
        <summary>{t('map.formulas')}</summary>
        <ul className={styles.examples}>
          {EXAMPLES.map(([formula, what]) => (
            <li key={what}>
              <code>{formula}</code> <span>{t(`map.example.${what}`)}</span>
            </li>
          ))}
        </ul>
        <p className="dd-faint">{t('map.functions', { names: FUNCTIONS })}</p>
      </details>
    </>
  );
}
