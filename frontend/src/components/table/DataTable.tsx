import { Pagination } from 'antd';
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty, ErrorState, Loading } from '@/components/states/States';
import { usePhone } from '@/lib/useMediaQuery';
import { Cards } from './Cards';
import { sortField, type Column, type FilterSpec } from './columns';
import styles from './DataTable.module.css';
import { Toolbar } from './Toolbar';
import { useColumnChoice } from './useColumnChoice';
import type { TableState } from './useTableState';

export interface DataTableProps<T> {
  /** Names the table for its reader and for the kept choice of columns. */
  id: string;
  label: string;
  columns: Column<T>[];
  rows: readonly T[] | undefined;
  total: number | undefined;
  rowKey: (row: T) => string;
  state: TableState;
  error?: unknown;
  onRetry?: () => void;
  fetching?: boolean;
  searchable?: string;
  filters?: FilterSpec[];
  /** Address of the xlsx of exactly what is filtered. */
  exportHref?: string;
  /** A row opens a drawer for a look; Enter and click do the same. */
  onOpen?: (row: T) => void;
  openedKey?: string;
  empty?: ReactNode;
  extra?: ReactNode;
  /** Shows every row at once, without pages. */
  unpaged?: boolean;
  /** Lets the sheet grow instead of scrolling inside. */
  grow?: boolean;
}

/** The one table: dense, sticky head and first column, figures right-aligned, everything it shows in the address line. */
export function DataTable<T>(props: DataTableProps<T>) {
  const { t } = useTranslation();
  const phone = usePhone();
  const choice = useColumnChoice(props.id, props.columns);
  const scroller = useRef<HTMLDivElement>(null);
  const { state, rows, total } = props;
  const visible = props.columns.filter((column) => choice.shown(column.key));

  useEffect(() => {
    scroller.current?.scrollTo?.({ top: 0 });
  }, [state.page, state.sort]);

  const body = () => {
    if (rows === undefined) {
      return props.error ? <ErrorState error={props.error} onRetry={props.onRetry} /> : <Loading lines={8} />;
    }
    if (rows.length === 0) {
      return state.filtered || !props.empty ? (
        <Empty title={t('state.nothingFound')}>{t('state.nothingFoundHint')}</Empty>
      ) : (
        props.empty
      );
    }
    if (phone) return <Cards {...props} rows={rows} columns={visible} />;
    // the sheet scrolls inside itself, so it must be reachable by keyboard; arrow keys walk down its rows
    /* eslint-disable jsx-a11y/no-noninteractive-tabindex, jsx-a11y/no-noninteractive-element-interactions */
    return (
      <div
        ref={scroller}
        className={`${styles.scroller} ${props.grow ? styles.grow : ''}`}
        tabIndex={0}
        role="region"
        aria-label={t('table.scroll', { label: props.label })}
        onKeyDown={moveBetweenRows}
      >
        <table className={styles.table} aria-busy={props.fetching || undefined}>
          <caption className="dd-visually-hidden">{props.label}</caption>
          <Head columns={visible} state={state} />
          <tbody>
            {rows.map((row) => {
              const key = props.rowKey(row);
              return (
                <Row
                  key={key}
                  row={row}
                  columns={visible}
                  onOpen={props.onOpen}
                  opened={key === props.openedKey}
                />
              );
            })}
          </tbody>
          <Foot columns={visible} />
        </table>
      </div>
    );
    /* eslint-enable jsx-a11y/no-noninteractive-tabindex, jsx-a11y/no-noninteractive-element-interactions */
  };

  return (
    <div className={styles.sheet}>
      <Toolbar {...props} choice={choice} phone={phone} />
      {body()}
      {!props.unpaged && total !== undefined && total > 0 && (
        <nav className={styles.pager} aria-label={t('table.page')}>
          <span className="dd-num">{t('table.rows', { total })}</span>
          <Pagination
            size={phone ? undefined : 'small'}
            simple={phone}
            current={state.page}
            pageSize={state.size}
            total={total}
            showSizeChanger={!phone}
            pageSizeOptions={[20, 50, 100, 200]}
            onChange={(page, size) => state.set(size === state.size ? { page } : { page: 1, size })}
          />
        </nav>
      )}
    </div>
  );
}

function Head<T>({ columns, state }: { columns: Column<T>[]; state: TableState }) {
  const { t } = useTranslation();
  const down = state.sort?.startsWith('-') ?? false;
  const sorted = down ? state.sort?.slice(1) : state.sort;
  return (
    <thead>
      <tr>
        {columns.map((column) => {
          const field = sortField(column);
          const active = field !== undefined && field === sorted;
          const words = (
            <>
              {column.title}
              {column.unit && <span className={styles.unit}>{column.unit}</span>}
            </>
          );
          return (
            <th
              key={column.key}
              scope="col"
              className={column.numeric ? styles.numeric : undefined}
              style={column.numeric ? { minWidth: headWidth(column.title) } : undefined}
              aria-sort={active ? (down ? 'descending' : 'ascending') : undefined}
            >
              {field ? (
                <button
                  type="button"
                  className={styles.sorter}
                  title={t('table.sortBy', { column: column.title })}
                  onClick={() => state.set({ sort: active && !down ? `-${field}` : field })}
                >
                  <span>{words}</span>
                  <span aria-hidden className={styles.arrow}>
                    {active ? (down ? '↓' : '↑') : '↕'}
                  </span>
                </button>
              ) : (
                words
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

/** Room for a head of two lines, so that long indicator names do not tower over narrow figures. */
function headWidth(title: string): number {
  const letters = [...title].reduce((sum, letter) => sum + (letter > '\u2e80' ? 13 : 7), 0);
  return Math.min(190, Math.max(84, letters / 2 + 52));
}

interface RowProps<T> {
  row: T;
  columns: Column<T>[];
  onOpen?: (row: T) => void;
  opened: boolean;
}

function Row<T>({ row, columns, onOpen, opened }: RowProps<T>) {
  return (
    <tr className={onOpen && styles.open} data-opened={opened || undefined}>
      {columns.map((column, index) => {
        const mark = column.mark?.(row);
        const content = column.render(row);
        const cell = (
          <>
            {mark && (
              <span aria-hidden className={styles.sign}>
                {mark === 'failing' ? '✕' : '!'}
              </span>
            )}
            {content}
          </>
        );
        const classes = column.numeric ? styles.numeric : column.wrap ? styles.wrap : undefined;
        if (index > 0) {
          return (
            <td key={column.key} className={classes} data-mark={mark} onClick={onOpen && (() => onOpen(row))}>
              {cell}
            </td>
          );
        }
        return (
          <th key={column.key} scope="row" className={classes} data-mark={mark}>
            {onOpen ? (
              <button type="button" className={styles.opener} data-row-open onClick={() => onOpen(row)}>
                {cell}
              </button>
            ) : (
              cell
            )}
          </th>
        );
      })}
    </tr>
  );
}

function Foot<T>({ columns }: { columns: Column<T>[] }) {
  const { t } = useTranslation();
  if (!columns.some((column) => column.total !== undefined)) return null;
  return (
    <tfoot>
      <tr>
        {columns.map((column, index) =>
          index === 0 ? (
            <th key={column.key} scope="row">
              {column.total ?? t('table.total')}
            </th>
          ) : (
            <td key={column.key} className={column.numeric ? styles.numeric : undefined}>
              {column.total}
            </td>
          ),
        )}
      </tr>
    </tfoot>
  );
}

/** Arrow keys walk down the first column. */
function moveBetweenRows(event: KeyboardEvent<HTMLDivElement>) {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const openers = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row-open]')];
  const at = openers.indexOf(document.activeElement as HTMLElement);
  if (at < 0) return;
  event.preventDefault();
  openers[at + (event.key === 'ArrowDown' ? 1 : -1)]?.focus();
}
