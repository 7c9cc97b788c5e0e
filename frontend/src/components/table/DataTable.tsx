import { Button, Checkbox, Pagination } from 'antd';
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty, ErrorState, Loading } from '@/components/states/States';
import { usePhone } from '@/lib/useMediaQuery';
import { Cards } from './Cards';
import { sortField, type Column, type FilterSpec } from './columns';
import styles from './DataTable.module.css';
import { Opener, useRowClicks, type Opening } from './Opener';
import { Toolbar } from './Toolbar';
import { useColumnChoice } from './useColumnChoice';
import type { TableState } from './useTableState';

export interface Selection {
  keys: ReadonlySet<string>;
  change: (keys: ReadonlySet<string>) => void;
}

export interface DataTableProps<T> extends Opening<T> {
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
  openedKey?: string;
  empty?: ReactNode;
  extra?: ReactNode;
  /** Rows chosen for something done to several at once; not on a phone. */
  selection?: Selection;
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
    if (rows.length === 0 && !props.unpaged && total !== undefined && total > 0) {
      const last = Math.ceil(total / state.size);
      return (
        <Empty
          title={t('table.beyond', { last })}
          action={<Button onClick={() => state.set({ page: last })}>{t('table.toLast')}</Button>}
        />
      );
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
          <Head columns={visible} state={state} selection={props.selection} keys={rows.map(props.rowKey)} />
          <tbody>
            {rows.map((row) => {
              const key = props.rowKey(row);
              return (
                <Row
                  key={key}
                  row={row}
                  columns={visible}
                  to={props.to}
                  onOpen={props.onOpen}
                  opened={key === props.openedKey}
                  select={props.selection && { key, selection: props.selection }}
                />
              );
            })}
          </tbody>
          <Foot columns={visible} boxes={props.selection !== undefined} />
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

interface HeadProps<T> {
  columns: Column<T>[];
  state: TableState;
  selection?: Selection;
  keys: string[];
}

function Head<T>({ columns, state, selection, keys }: HeadProps<T>) {
  const { t } = useTranslation();
  const chosen = keys.filter((key) => selection?.keys.has(key)).length;
  const down = state.sort?.startsWith('-') ?? false;
  const sorted = down ? state.sort?.slice(1) : state.sort;
  return (
    <thead>
      <tr>
        {selection && (
          <td className={styles.box}>
            <Checkbox
              aria-label={t('table.selectAll')}
              checked={chosen > 0 && chosen === keys.length}
              indeterminate={chosen > 0 && chosen < keys.length}
              onChange={(event) => selection.change(new Set(event.target.checked ? keys : []))}
            />
          </td>
        )}
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

interface RowProps<T> extends Opening<T> {
  row: T;
  columns: Column<T>[];
  opened: boolean;
  select?: { key: string; selection: Selection };
}

function Row<T>({ row, columns, to, onOpen, opened, select }: RowProps<T>) {
  const { t } = useTranslation();
  const clicks = useRowClicks({ to, onOpen });
  const opens = to !== undefined || onOpen !== undefined;
  const choose = (on: boolean) => {
    if (!select) return;
    const keys = new Set(select.selection.keys);
    if (on) keys.add(select.key);
    else keys.delete(select.key);
    select.selection.change(keys);
  };
  return (
    <tr className={opens ? styles.open : undefined} data-opened={opened || undefined}>
      {select && (
        <td className={styles.box}>
          <Checkbox
            aria-label={t('table.select')}
            checked={select.selection.keys.has(select.key)}
            onChange={(event) => choose(event.target.checked)}
          />
        </td>
      )}
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
            <td key={column.key} className={classes} data-mark={mark} {...clicks(row)}>
              {cell}
            </td>
          );
        }
        return (
          <th key={column.key} scope="row" className={classes} data-mark={mark}>
            {opens ? (
              <Opener row={row} to={to} onOpen={onOpen} className={styles.opener}>
                {cell}
              </Opener>
            ) : (
              cell
            )}
          </th>
        );
      })}
    </tr>
  );
}

function Foot<T>({ columns, boxes }: { columns: Column<T>[]; boxes: boolean }) {
  const { t } = useTranslation();
  if (!columns.some((column) => column.total !== undefined)) return null;
  return (
    <tfoot>
      <tr>
        {boxes && <td />}
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
