import { useQuery } from '@tanstack/react-query';
import { App, AutoComplete, Button, Checkbox, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Section } from '@/components/layout/Section';
import { QueryView } from '@/components/states/QueryView';
import { ApiProblem, problemMessage } from '@/lib/api/problem';
import { useNamed } from '@/lib/i18n/useNamed';
import type { Import, ImportKind } from '../api/import';
import { targetsQuery, useMapColumns, type ImportTarget } from '../api/mapping';
import { useImportSteps } from '../api/steps';
import { FileColumns } from './FileColumns';
import styles from './mapping.module.css';

/** Which column, or formula over columns, each fact comes from. What the server recognised is filled in. */
export function MapStep({ record }: { record: Import }) {
  const targets = useQuery(targetsQuery(record.kind as ImportKind));
  return <QueryView query={targets}>{(list) => <Form record={record} targets={list} />}</QueryView>;
}

const GROUPS = ['basic', 'PRIMARY', 'JUNIOR', 'SENIOR', 'school', 'STAGE', 'TOTAL'] as const;
type Group = (typeof GROUPS)[number];
const BASIC = new Set(['code', 'name', 'year', 'stage']);

/** Where a target belongs: what identifies a row, the facts of one stage together, those of the whole school. */
function groupOf(code: string, kind: ImportKind): Group {
  if (kind === 'SCHOOLS' || BASIC.has(code)) return 'basic';
  const head = code.includes('.') ? code.split('.')[0] : 'school';
  return GROUPS.find((one) => one === head) ?? 'school';
}

function Form({ record, targets }: { record: Import; targets: ImportTarget[] }) {
  const { t } = useTranslation('imports');
  const { message } = App.useApp();
  const named = useNamed();
  const map = useMapColumns(record.id);
  const { check } = useImportSteps(record.id);
  const [expressions, setExpressions] = useState<Record<string, string>>(() => initial(record));
  const [keep, setKeep] = useState(false);
  const [name, setName] = useState('');
  const kind = record.kind as ImportKind;
  const filled = Object.entries(expressions).filter(([, expression]) => expression.trim() !== '');
  const missing = targets.filter(
    (target) =>
      target.required && !expressions[target.code]?.trim() && !(target.code === 'year' && record.year),
  );
  const errors = map.error instanceof ApiProblem ? map.error.errors : [];
  const errorOf = (code: string) => errors.find((error) => error.field.endsWith(code))?.message;

  const submit = () =>
    map.mutate(
      {
        columns: filled.map(([target, expression]) => ({ target, expression: expression.trim() })),
        saveAs: keep && name.trim() ? name.trim() : undefined,
      },
      {
        onSuccess: () =>
          check.mutate(undefined, { onError: (error) => void message.error(problemMessage(error, t)) }),
        onError: (error) => void message.error(problemMessage(error, t)),
      },
    );

  return (
    <Section title={t('map.title')} note={t('map.hint')}>
      <FileColumns headers={record.headers} />
      {GROUPS.map((group) => {
        const members = targets.filter((target) => groupOf(target.code, kind) === group);
        const done = members.filter((target) => expressions[target.code]?.trim()).length;
        if (members.length === 0) return null;
        const rows = (
          <ul className={styles.rows}>
            {members.map((target) => (
              <TargetRow
                key={target.code}
                record={record}
                target={target}
                expression={expressions[target.code] ?? ''}
                error={errorOf(target.code)}
                onChange={(value) => setExpressions((before) => ({ ...before, [target.code]: value }))}
              />
            ))}
          </ul>
        );
        if (group === 'basic') return <div key={group}>{rows}</div>;
        const failing = members.some((target) => errorOf(target.code));
        return (
          <details key={group} className={styles.group} open={group !== 'STAGE' && group !== 'TOTAL'}>
            <summary>
              {t(`map.group.${group}`)}{' '}
              <span className="dd-faint">{t('map.groupDone', { done, total: members.length })}</span>
              {failing && <span className={styles.failing}>✕</span>}
            </summary>
            {rows}
          </details>
        );
      })}
      <div className={styles.bar}>
        <span>
          {missing.length > 0
            ? t('map.missing', { names: missing.map((target) => named(target)).join(', ') })
            : t('map.matched', { done: filled.length, total: targets.length })}
        </span>
        <span className={styles.spread} />
        <Checkbox checked={keep} onChange={(event) => setKeep(event.target.checked)}>
          {t('map.keep')}
        </Checkbox>
        {keep && (
          <Input
            aria-label={t('map.name')}
            placeholder={t('map.name')}
            value={name}
            maxLength={60}
            style={{ width: 180 }}
            onChange={(event) => setName(event.target.value)}
          />
        )}
        <Button
          type="primary"
          disabled={missing.length > 0 || (keep && name.trim() === '')}
          loading={map.isPending || check.isPending}
          onClick={submit}
        >
          {t('map.check')}
        </Button>
      </div>
    </Section>
  );
}

interface RowProps {
  record: Import;
  target: ImportTarget;
  expression: string;
  error: string | undefined;
  onChange: (expression: string) => void;
}

function TargetRow({ record, target, expression, error, onChange }: RowProps) {
  const { t } = useTranslation('imports');
  const named = useNamed();
  const sample =
    record.headers.find((h) => h.header === expression || `col_${h.column}` === expression)?.sample ?? [];
  return (
    <li className={styles.row}>
      <label htmlFor={`map-${target.code}`}>
        {named(target)} {target.required && <span className="dd-faint">({t('map.required')})</span>}
      </label>
      <div className={styles.input}>
        <AutoComplete
          id={`map-${target.code}`}
          className={styles.wide}
          value={expression}
          allowClear
          status={error ? 'error' : undefined}
          options={record.headers.map((header) => ({
            value: header.header,
            label: `${header.column} · ${header.header}`,
          }))}
          showSearch={{
            filterOption: (typed, option) =>
              String(option?.label ?? '')
                .toLowerCase()
                .includes(typed.toLowerCase()),
          }}
          onChange={(value: string | undefined) => onChange(value ?? '')}
        />
        {error && (
          <div role="alert" className={styles.failing}>
            {error}
          </div>
        )}
      </div>
      <span className={styles.samples}>{sample.join(' · ')}</span>
    </li>
  );
}

function initial(record: Import): Record<string, string> {
  const recognised = record.headers.flatMap((header) =>
    header.target ? [[header.target, header.header] as const] : [],
  );
  const chosen = (record.mapping ?? []).map(({ target, expression }) => [target, expression] as const);
  return Object.fromEntries([...recognised, ...chosen]);
}
