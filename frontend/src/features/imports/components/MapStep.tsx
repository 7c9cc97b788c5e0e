import { useQuery } from '@tanstack/react-query';
import { App, AutoComplete, Button, Checkbox, Input } from 'antd';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Section } from '@/components/layout/Section';
import { QueryView } from '@/components/states/QueryView';
import { ApiProblem, problemMessage } from '@/lib/api/problem';
import { useNamed } from '@/lib/i18n/useNamed';
import type { Import, ImportKind } from '../api/import';
import { targetsQuery, useMapColumns, type ImportTarget } from '../api/mapping';
import { useImportSteps } from '../api/steps';
import styles from './imports.module.css';

/** Which column, or formula over columns, each fact comes from. What the server recognised is filled in. */
export function MapStep({ record }: { record: Import }) {
  const targets = useQuery(targetsQuery(record.kind as ImportKind));
  return <QueryView query={targets}>{(list) => <Form record={record} targets={list} />}</QueryView>;
}

/** Group of a target by its code: facts of one stage together. */
const groupOf = (code: string) => (code.includes('.') ? code.split('.')[0] : undefined);

function Form({ record, targets }: { record: Import; targets: ImportTarget[] }) {
  const { t } = useTranslation('imports');
  const { message } = App.useApp();
  const named = useNamed();
  const map = useMapColumns(record.id);
  const { check } = useImportSteps(record.id);
  const [expressions, setExpressions] = useState<Record<string, string>>(() => initial(record));
  const [keep, setKeep] = useState(false);
  const [name, setName] = useState('');
  const filled = Object.entries(expressions).filter(([, expression]) => expression.trim() !== '');
  const missing = targets.filter(
    (target) =>
      target.required && !expressions[target.code]?.trim() && !(target.code === 'year' && record.year),
  );
  const errors = map.error instanceof ApiProblem ? map.error.errors : [];
  const errorOf = (code: string) => errors.find((error) => error.field.endsWith(code))?.message;
  const options = record.headers.map((header) => ({
    value: header.header,
    label: `${header.column} · ${header.header}`,
  }));
  const sampleOf = (expression: string | undefined) =>
    record.headers.find((h) => h.header === expression || `col_${h.column}` === expression)?.sample ?? [];
  const groups = [...new Set(targets.map((target) => groupOf(target.code)))];

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
      <table className={styles.mapTable}>
        <thead>
          <tr>
            <th scope="col">{t('map.target')}</th>
            <th scope="col">{t('map.expression')}</th>
            <th scope="col">{t('map.sample')}</th>
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <Fragment key={group ?? 'plain'}>
              {targets
                .filter((target) => groupOf(target.code) === group)
                .map((target) => (
                  <tr key={target.code}>
                    <th scope="row">
                      <label htmlFor={`map-${target.code}`}>{named(target)}</label>{' '}
                      {target.required && <span className="dd-faint">({t('map.required')})</span>}
                    </th>
                    <td>
                      <AutoComplete
                        id={`map-${target.code}`}
                        className={styles.wide}
                        value={expressions[target.code] ?? ''}
                        allowClear
                        status={errorOf(target.code) ? 'error' : undefined}
                        options={options}
                        showSearch={{
                          filterOption: (typed, option) =>
                            String(option?.label ?? '')
                              .toLowerCase()
                              .includes(typed.toLowerCase()),
                        }}
                        onChange={(value: string | undefined) =>
                          setExpressions((before) => ({ ...before, [target.code]: value ?? '' }))
                        }
                      />
                      {errorOf(target.code) && <div role="alert">{errorOf(target.code)}</div>}
                    </td>
                    <td className={styles.samples}>{sampleOf(expressions[target.code]).join(' · ')}</td>
                  </tr>
                ))}
            </Fragment>
          ))}
        </tbody>
      </table>
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

function initial(record: Import): Record<string, string> {
  const recognised = record.headers.flatMap((header) =>
    header.target ? [[header.target, header.header] as const] : [],
  );
  const chosen = (record.mapping ?? []).map(({ target, expression }) => [target, expression] as const);
  return Object.fromEntries([...recognised, ...chosen]);
}
