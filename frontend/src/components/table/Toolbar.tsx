import { SearchOutlined, SettingOutlined } from '@ant-design/icons';
import { Badge, Button, Checkbox, Drawer, Input, Popover, Select } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DownloadButton } from '@/components/layout/DownloadButton';
import type { Column, FilterSpec } from './columns';
import type { DataTableProps } from './DataTable';
import styles from './DataTable.module.css';
import type { ColumnChoice } from './useColumnChoice';
import type { TableState } from './useTableState';

interface Props<T> extends DataTableProps<T> {
  choice: ColumnChoice;
  phone: boolean;
}

export function Toolbar<T>({
  searchable,
  filters = [],
  state,
  exportHref,
  extra,
  columns,
  choice,
  phone,
}: Props<T>) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const used = Object.values(state.filters).filter(Boolean).length;
  const selects = <Filters filters={filters} state={state} wide={phone} />;
  return (
    <div className={styles.toolbar} role="search">
      <div className={styles.finders}>
        {searchable && <Search key={state.q} label={searchable} state={state} />}
        {!phone && selects}
        {phone && filters.length > 0 && (
          <Badge count={used} size="small">
            <Button onClick={() => setOpen(true)}>{t('table.filters')}</Button>
          </Badge>
        )}
        {state.filtered && !phone && (
          <Button type="link" size="small" onClick={state.clear}>
            {t('action.clearFilters')}
          </Button>
        )}
      </div>
      <div className={styles.tools}>
        {extra}
        {exportHref && <DownloadButton from={exportHref}>{t('action.exportXlsx')}</DownloadButton>}
        {!phone && <Chooser columns={columns} choice={choice} />}
      </div>
      {phone && (
        <Drawer
          open={open}
          onClose={() => setOpen(false)}
          placement="bottom"
          title={t('table.filters')}
          size="auto"
        >
          <div className={styles.filterSheet}>{selects}</div>
          <div className={styles.filterButtons}>
            <Button onClick={state.clear}>{t('action.clearFilters')}</Button>
            <Button type="primary" onClick={() => setOpen(false)}>
              {t('action.confirm')}
            </Button>
          </div>
        </Drawer>
      )}
    </div>
  );
}

function Filters({ filters, state, wide }: { filters: FilterSpec[]; state: TableState; wide: boolean }) {
  return filters.map((filter) => (
    <Select
      key={filter.name}
      aria-label={filter.label}
      placeholder={filter.label}
      value={state.filters[filter.name] ?? null}
      allowClear
      showSearch={filter.options.length > 8 ? { optionFilterProp: 'label' } : false}
      options={filter.options}
      onChange={(value: string | null) => state.setFilter(filter.name, value ?? undefined)}
      style={{ width: wide ? '100%' : (filter.width ?? 132) }}
      popupMatchSelectWidth={false}
    />
  ));
}

/** Searches a moment after the last key; `/` from anywhere on the page leads here. */
function Search({ label, state }: { label: string; state: TableState }) {
  const [text, setText] = useState(state.q);
  const box = useRef<HTMLDivElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const commit = (value: string) => {
    clearTimeout(timer.current);
    if (value.trim() !== state.q) state.set({ q: value.trim() });
  };
  useEffect(() => {
    const toSearch = (event: globalThis.KeyboardEvent) => {
      const at = event.target as HTMLElement;
      if (event.key !== '/' || /^(INPUT|TEXTAREA|SELECT)$/.test(at.tagName)) return;
      event.preventDefault();
      box.current?.querySelector('input')?.focus();
    };
    document.addEventListener('keydown', toSearch);
    return () => {
      document.removeEventListener('keydown', toSearch);
      clearTimeout(timer.current);
    };
  }, []);
  return (
    <div ref={box} className={styles.search}>
      <Input
        allowClear
        type="search"
        aria-label={label}
        placeholder={label}
        prefix={<SearchOutlined aria-hidden />}
        value={text}
        onChange={(event) => {
          const value = event.target.value;
          setText(value);
          clearTimeout(timer.current);
          timer.current = setTimeout(() => commit(value), 400);
        }}
        onPressEnter={() => commit(text)}
        // stays where the typing was after the address line has changed
        // eslint-disable-next-line jsx-a11y/no-autofocus
        autoFocus={state.q !== ''}
      />
    </div>
  );
}

function Chooser<T>({ columns, choice }: { columns: Column<T>[]; choice: ColumnChoice }) {
  const { t } = useTranslation();
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      title={t('table.columns')}
      content={
        <div className={styles.chooser}>
          {columns.slice(1).map((column) => (
            <Checkbox
              key={column.key}
              checked={choice.shown(column.key)}
              onChange={() => choice.toggle(column.key)}
            >
              {column.title}
            </Checkbox>
          ))}
        </div>
      }
    >
      <Button
        icon={<SettingOutlined aria-hidden />}
        aria-label={t('table.columns')}
        title={t('table.columns')}
      />
    </Popover>
  );
}
