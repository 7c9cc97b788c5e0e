import { useQuery } from '@tanstack/react-query';
import { App, Form, Input, Modal, Radio, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DatePicker } from '@/components/forms/DatePicker';
import { useToday } from '@/lib/api/me';
import { problemMessage } from '@/lib/api/problem';
import { regionsQuery } from '@/lib/api/regions';
import { askableSchoolsQuery, useDeed, type Archive, type Item } from '../api/evidence';

type Who = 'SCHOOL' | 'TOWNSHIP' | 'OTHER';

interface Fields {
  who: Who;
  schoolId?: string;
  regionCode?: string;
  unitName?: string;
  dueOn?: Dayjs;
  note?: string;
}

interface Props {
  archive: string;
  region: string;
  item: Item;
  onClose: () => void;
}

const FIRST: Record<Item['supplier'], Who> = {
  SCHOOL: 'SCHOOL',
  TOWNSHIP: 'TOWNSHIP',
  OFFICE: 'OTHER',
  DEPARTMENT: 'OTHER',
};

/** Asks a unit for a material: a school or a township finds it on its desk, others are told by the office. */
export function AskModal({ archive, region, item, onClose }: Props) {
  const { t, i18n } = useTranslation('evidence');
  const { message } = App.useApp();
  const [form] = Form.useForm<Fields>();
  const who = Form.useWatch('who', form) ?? FIRST[item.supplier];
  const [typed, setTyped] = useState('');
  const schools = useQuery({ ...askableSchoolsQuery(region, typed), enabled: who === 'SCHOOL' });
  const regions = useQuery({ ...regionsQuery({ parent: region }), enabled: who === 'TOWNSHIP' });
  const deed = useDeed(archive);
  const today = useToday();
  const needed = [{ required: true, message: t('unitNeeded') }];
  return (
    <Modal
      open
      title={t('askName', { name: i18n.language === 'en' ? item.nameEn : item.nameZh })}
      okText={t('ask')}
      confirmLoading={deed.isPending}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{
          who: FIRST[item.supplier],
          unitName: item.unitZh,
          dueOn: dayjs(today).add(7, 'day'),
        }}
        onFinish={({ schoolId, regionCode, unitName, dueOn, note }) =>
          deed.mutate(
            {
              name: 'ask',
              item: item.code,
              body: {
                schoolId: who === 'SCHOOL' ? schoolId : undefined,
                regionCode: who === 'TOWNSHIP' ? regionCode : undefined,
                unitName: who === 'OTHER' ? unitName : undefined,
                dueOn: dueOn?.format('YYYY-MM-DD'),
                note: note || undefined,
              },
            },
            {
              onSuccess: (after) => {
                const asks = (after as Archive).categories.flatMap((one) =>
                  one.items.flatMap((it) => it.asks),
                );
                const made = asks.reduce<(typeof asks)[number] | undefined>(
                  (last, one) => (!last || one.askedAt > last.askedAt ? one : last),
                  undefined,
                );
                if (who !== 'OTHER' && made?.reached === false) {
                  void message.warning(t('askedUnreached', { unit: made.unitName }), 8);
                }
                onClose();
              },
              onError: (error) => void message.error(problemMessage(error, t), 8),
            },
          )
        }
      >
        <Form.Item name="who" label={t('askWho')}>
          <Radio.Group
            options={(['SCHOOL', 'TOWNSHIP', 'OTHER'] as const).map((value) => ({
              value,
              label: t(`askWhos.${value}`),
            }))}
          />
        </Form.Item>
        {who === 'SCHOOL' && (
          <Form.Item name="schoolId" label={t('askWhos.SCHOOL')} rules={needed}>
            <Select
              showSearch={{ filterOption: false, onSearch: setTyped }}
              options={(schools.data ?? []).map((one) => ({ value: one.id, label: one.name }))}
            />
          </Form.Item>
        )}
        {who === 'TOWNSHIP' && (
          <Form.Item name="regionCode" label={t('askWhos.TOWNSHIP')} rules={needed}>
            <Select
              showSearch={{ optionFilterProp: 'label' }}
              options={(regions.data ?? []).map((one) => ({ value: one.code, label: one.name }))}
            />
          </Form.Item>
        )}
        {who === 'OTHER' && (
          <Form.Item name="unitName" label={t('unitName')} rules={needed} extra={t('unitNameHelp')}>
            <Input maxLength={60} />
          </Form.Item>
        )}
        <Form.Item name="dueOn" label={t('dueOn')}>
          <DatePicker minDate={dayjs(today)} />
        </Form.Item>
        <Form.Item name="note" label={t('note')}>
          <Input.TextArea rows={3} maxLength={500} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
