import { useQuery } from '@tanstack/react-query';
import { App, Button, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '@/components/layout/PageHeader';
import { Section } from '@/components/layout/Section';
import { Empty, NoPermission } from '@/components/states/States';
import type { Column } from '@/components/table/columns';
import { DataTable } from '@/components/table/DataTable';
import { PlainTable } from '@/components/table/PlainTable';
import { useLocalRows } from '@/components/table/useLocalRows';
import { useTableState } from '@/components/table/useTableState';
import { usePermission } from '@/lib/api/me';
import { problemMessage } from '@/lib/api/problem';
import { regionsQuery, type Region } from '@/lib/api/regions';
import { MISSING } from '@/lib/format/numbers';
import { useRegionName } from '@/lib/url/useRegionName';
import { useWorkContext } from '@/lib/url/workContext';
import { useAddRegion, useAddZone, useRenameRegion, zonesQuery } from '../api/changeRegion';
import styles from '../components/forms.module.css';

/** The regions below the one chosen above, and the responsibility zones. */
export function RegionsPage() {
  const { t } = useTranslation('registry');
  const may = usePermission();
  const { region } = useWorkContext();
  const query = useQuery(regionsQuery({ parent: region }));
  const state = useTableState({ defaultSort: 'code', defaultSize: 200 });
  const [edited, setEdited] = useState<Region | 'new'>();
  const columns: Column<Region>[] = [
    { key: 'name', title: t('regions.name'), sortable: true, value: (r) => r.name, render: (r) => r.name },
    { key: 'code', title: t('regions.code'), sortable: true, value: (r) => r.code, render: (r) => r.code },
    { key: 'nameEn', title: t('regions.nameEn'), value: (r) => r.nameEn, render: (r) => r.nameEn ?? MISSING },
    { key: 'level', title: t('regions.level'), render: (r) => t(`common:level.${r.level}`) },
  ];
  const { items, total } = useLocalRows(query.data, columns, state);
  const writable = may('region:write');
  if (!may('school:read')) return <NoPermission />;
  return (
    <>
      <PageHeader
        title={t('regions.title')}
        state={query.data && t('regions.state', { total: query.data.length })}
        actions={
          writable && (
            <Button type="primary" onClick={() => setEdited('new')}>
              {t('regions.add')}
            </Button>
          )
        }
      />
      <DataTable
        id="registry.regions"
        label={t('regions.label')}
        columns={columns}
        rows={query.data && items}
        total={total}
        rowKey={(r) => r.code}
        state={state}
        error={query.error}
        onRetry={() => void query.refetch()}
        searchable={t('regions.search')}
        onOpen={writable ? setEdited : undefined}
        empty={<Empty title={t('regions.empty')} />}
        unpaged
        grow
      />
      <Zones region={region} />
      {edited === 'new' && <AddRegion parent={region} onClose={() => setEdited(undefined)} />}
      {edited && edited !== 'new' && <RenameRegion region={edited} onClose={() => setEdited(undefined)} />}
    </>
  );
}

/** The code one level up: townships 9, counties 6, prefectures 4, provinces 2 digits. */
const parentOf = (code: string) => code.slice(0, { 9: 6, 6: 4 }[code.length] ?? 2);

function AddRegion({ parent, onClose }: { parent: string; onClose: () => void }) {
  const { t } = useTranslation('registry');
  const { message } = App.useApp();
  const [form] = Form.useForm<{ code: string; name: string; nameEn?: string }>();
  const add = useAddRegion();
  const { set } = useWorkContext();
  return (
    <Modal
      open
      title={t('regions.add')}
      okText={t('regions.add')}
      confirmLoading={add.isPending}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ code: parent }}
        onFinish={(fields) =>
          add.mutate(fields, {
            onSuccess: (_, { code }) => {
              void message.success(t('regions.saved'));
              onClose();
              // a region two levels down is not in the list shown
              const above = parentOf(code);
              if (above !== parent) set({ region: above });
            },
            onError: (error) => void message.error(problemMessage(error, t)),
          })
        }
      >
        <Form.Item
          name="code"
          label={t('regions.code')}
          extra={t('regions.codeHelp')}
          rules={[{ pattern: /^(\d{2}|\d{4}|\d{6}|\d{9})$/, required: true, message: t('regions.codeHelp') }]}
        >
          <Input inputMode="numeric" maxLength={9} />
        </Form.Item>
        <Names />
      </Form>
    </Modal>
  );
}

function Names() {
  const { t } = useTranslation('registry');
  return (
    <>
      <Form.Item
        name="name"
        label={t('regions.name')}
        rules={[{ required: true, message: t('form.required', { field: t('regions.name') }) }]}
      >
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="nameEn" label={t('regions.nameEn')}>
        <Input maxLength={100} />
      </Form.Item>
    </>
  );
}

function RenameRegion({ region, onClose }: { region: Region; onClose: () => void }) {
  const { t } = useTranslation('registry');
  const { message } = App.useApp();
  const [form] = Form.useForm<{ name: string; nameEn?: string }>();
  const rename = useRenameRegion(region);
  return (
    <Modal
      open
      title={`${t('regions.rename')}: ${region.name} ${region.code}`}
      okText={t('common:action.save')}
      confirmLoading={rename.isPending}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={region}
        onFinish={(fields) =>
          rename.mutate(fields, {
            onSuccess: () => {
              void message.success(t('regions.saved'));
              onClose();
            },
            onError: (error) => void message.error(problemMessage(error, t)),
          })
        }
      >
        <Names />
      </Form>
    </Modal>
  );
}

function Zones({ region }: { region: string }) {
  const { t } = useTranslation('registry');
  const { message } = App.useApp();
  const may = usePermission();
  const regionName = useRegionName(region);
  const zones = useQuery(zonesQuery);
  const townships = useQuery(regionsQuery({ parent: region }));
  const [adding, setAdding] = useState(false);
  const [form] = Form.useForm<{ regionCode: string; name: string }>();
  const add = useAddZone();
  const shown = (zones.data ?? []).filter((zone) => zone.regionCode.startsWith(region));
  const nameOf = (code: string) =>
    code === region ? regionName : (townships.data?.find((one) => one.code === code)?.name ?? code);
  return (
    <Section
      title={t('regions.zones')}
      note={t('regions.zonesNote')}
      className={styles.zones}
      actions={may('region:write') && <Button onClick={() => setAdding(true)}>{t('regions.addZone')}</Button>}
    >
      {shown.length === 0 ? (
        <Empty title={t('regions.noZones')} />
      ) : (
        <PlainTable
          label={t('regions.zones')}
          columns={[{ title: t('regions.zone') }, { title: t('regions.zoneRegion') }]}
          rows={shown.map((zone) => ({ key: zone.id, cells: [zone.name, nameOf(zone.regionCode)] }))}
        />
      )}
      {adding && (
        <Modal
          open
          title={t('regions.addZone')}
          okText={t('regions.addZone')}
          confirmLoading={add.isPending}
          onCancel={() => setAdding(false)}
          onOk={() => form.submit()}
        >
          <Form
            form={form}
            layout="vertical"
            requiredMark={false}
            initialValues={{ regionCode: region }}
            onFinish={(fields) =>
              add.mutate(fields, {
                onSuccess: () => {
                  void message.success(t('regions.saved'));
                  setAdding(false);
                },
                onError: (error) => void message.error(problemMessage(error, t)),
              })
            }
          >
            <Form.Item
              name="name"
              label={t('regions.zone')}
              rules={[{ required: true, message: t('form.required', { field: t('regions.zone') }) }]}
            >
              <Input maxLength={60} />
            </Form.Item>
            <Form.Item name="regionCode" label={t('regions.zoneRegion')}>
              <Select
                options={[
                  { value: region, label: regionName },
                  ...(townships.data ?? []).map((one) => ({ value: one.code, label: one.name })),
                ]}
              />
            </Form.Item>
          </Form>
        </Modal>
      )}
    </Section>
  );
}
