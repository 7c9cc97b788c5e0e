import { useQuery } from '@tanstack/react-query';
import { App, Button, Drawer, Form, Input, InputNumber, Radio, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '@/components/layout/PageHeader';
import type { Column } from '@/components/table/columns';
import { DataTable } from '@/components/table/DataTable';
import { useLocalRows } from '@/components/table/useLocalRows';
import { useTableState } from '@/components/table/useTableState';
import { factCatalogueQuery, type Fact } from '@/lib/api/facts';
import { usePermission } from '@/lib/api/me';
import { problemMessage } from '@/lib/api/problem';
import { MISSING, number } from '@/lib/format/numbers';
import { useNamed, useUnit } from '@/lib/i18n/useNamed';
import { useAddFact, type NewFact } from '../api/addFact';
import styles from '../components/forms.module.css';

/** The facts schools report: data, so that adding one needs no new release. */
export function FactsPage() {
  const { t } = useTranslation('registry');
  const may = usePermission();
  const named = useNamed();
  const unit = useUnit();
  const query = useQuery(factCatalogueQuery);
  const state = useTableState({ defaultSize: 100 });
  const [adding, setAdding] = useState(false);
  const byCode = (code: string | null) => (code ? named(query.data?.find((f) => f.code === code)) : MISSING);
  const columns: Column<Fact>[] = [
    {
      key: 'name',
      title: t('facts.name'),
      sortable: true,
      value: (f) => `${f.nameZh} ${f.nameEn}`,
      render: (f) => named(f),
    },
    { key: 'code', title: t('facts.code'), sortable: true, value: (f) => f.code, render: (f) => f.code },
    {
      key: 'level',
      title: t('facts.level'),
      sortable: true,
      value: (f) => f.level,
      render: (f) => t(`facts.levels.${f.level}`),
    },
    { key: 'type', title: t('facts.type'), render: (f) => t(`facts.types.${f.type}`) },
    { key: 'unit', title: t('facts.unit'), render: (f) => unit(f) },
    { key: 'minimum', title: t('facts.minimum'), numeric: true, render: (f) => number(f.minimum) },
    { key: 'maximum', title: t('facts.maximum'), numeric: true, render: (f) => number(f.maximum) },
    { key: 'notMoreThan', title: t('facts.notMoreThan'), render: (f) => byCode(f.notMoreThan) },
    {
      key: 'maxJump',
      title: t('facts.maxJump'),
      render: (f) => (f.maxJump ? t('facts.maxJumpValue', { percent: number(f.maxJump * 100) }) : MISSING),
    },
    {
      key: 'aliases',
      title: t('facts.aliases'),
      hidden: true,
      value: (f) => f.aliases.join(' '),
      render: (f) => f.aliases.join(', '),
    },
  ];
  const { items, total } = useLocalRows(query.data, columns, state);
  const count = (level: Fact['level']) => (query.data ?? []).filter((f) => f.level === level).length;
  return (
    <>
      <PageHeader
        title={t('facts.title')}
        state={
          query.data &&
          t('facts.state', {
            total: query.data.length,
            stage: count('STAGE'),
            school: count('SCHOOL'),
          })
        }
        actions={
          may('catalogue:write') && (
            <Button type="primary" onClick={() => setAdding(true)}>
              {t('facts.add')}
            </Button>
          )
        }
      />
      <DataTable
        id="registry.facts"
        label={t('facts.label')}
        columns={columns}
        rows={query.data && items}
        total={total}
        rowKey={(f) => `${f.level}${f.code}`}
        state={state}
        error={query.error}
        onRetry={() => void query.refetch()}
        searchable={t('facts.search')}
      />
      {adding && <AddFact facts={query.data ?? []} onClose={() => setAdding(false)} />}
    </>
  );
}

function AddFact({ facts, onClose }: { facts: Fact[]; onClose: () => void }) {
  const { t } = useTranslation('registry');
  const { message } = App.useApp();
  const named = useNamed();
  const [form] = Form.useForm<NewFact & { jumpPercent?: number }>();
  const add = useAddFact();
  const level = Form.useWatch('level', form);
  const needed = (field: string) => ({ required: true, message: t('form.required', { field: t(field) }) });
  return (
    <Drawer
      open
      onClose={onClose}
      size={560}
      title={t('facts.add')}
      extra={
        <Button type="primary" loading={add.isPending} onClick={() => form.submit()}>
          {t('facts.add')}
        </Button>
      }
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ level: 'SCHOOL', type: 'INTEGER', minimum: 0, maximum: 1_000_000, aliases: [] }}
        onFinish={({ jumpPercent, ...fact }) =>
          add.mutate(
            { ...fact, maxJump: jumpPercent ? jumpPercent / 100 : undefined },
            {
              onSuccess: () => {
                void message.success(t('facts.added'));
                onClose();
              },
              onError: (error) => void message.error(problemMessage(error, t)),
            },
          )
        }
      >
        <div className={styles.pair}>
          <Form.Item name="nameZh" label={t('facts.name')} rules={[needed('facts.name')]}>
            <Input maxLength={40} />
          </Form.Item>
          <Form.Item name="nameEn" label={t('facts.nameEn')} rules={[needed('facts.nameEn')]}>
            <Input maxLength={80} />
          </Form.Item>
        </div>
        <Form.Item
          name="code"
          label={t('facts.code')}
          extra={t('facts.codeHelp')}
          rules={[
            needed('facts.code'),
            { pattern: /^[a-z][A-Za-z0-9]{1,39}$/, message: t('facts.codeHelp') },
          ]}
        >
          <Input maxLength={40} />
        </Form.Item>
        <div className={styles.pair}>
          <Form.Item name="level" label={t('facts.level')}>
            <Radio.Group
              options={(['STAGE', 'SCHOOL'] as const).map((value) => ({
                value,
                label: t(`facts.levels.${value}`),
              }))}
            />
          </Form.Item>
          <Form.Item name="type" label={t('facts.type')}>
            <Radio.Group
              options={(['INTEGER', 'DECIMAL'] as const).map((value) => ({
                value,
                label: t(`facts.types.${value}`),
              }))}
            />
          </Form.Item>
          <Form.Item name="unitZh" label={t('facts.unit')} rules={[needed('facts.unit')]}>
            <Input maxLength={10} />
          </Form.Item>
          <Form.Item name="unitEn" label={t('facts.unitEn')} rules={[needed('facts.unitEn')]}>
            <Input maxLength={20} />
          </Form.Item>
          <Form.Item name="minimum" label={t('facts.minimum')} rules={[needed('facts.minimum')]}>
            <InputNumber controls={false} className={styles.wide} />
          </Form.Item>
          <Form.Item name="maximum" label={t('facts.maximum')} rules={[needed('facts.maximum')]}>
            <InputNumber controls={false} className={styles.wide} />
          </Form.Item>
          <Form.Item name="jumpPercent" label={t('facts.maxJump')} extra={t('facts.maxJumpHelp')}>
            <InputNumber min={1} controls={false} suffix="%" className={styles.wide} />
          </Form.Item>
          <Form.Item name="notMoreThan" label={t('facts.notMoreThan')}>
            <Select
              allowClear
              options={facts
                .filter((f) => f.level === level)
                .map((f) => ({ value: f.code, label: named(f) }))}
            />
          </Form.Item>
        </div>
        <Form.Item name="aliases" label={t('facts.aliases')} extra={t('facts.aliasesHelp')}>
          <Select mode="tags" open={false} suffixIcon={null} />
        </Form.Item>
      </Form>
    </Drawer>
  );
}
