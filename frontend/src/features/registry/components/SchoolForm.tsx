import { useQuery } from '@tanstack/react-query';
import { Form, Input, InputNumber, Radio, Select } from 'antd';
import type { FormInstance } from 'antd';
import { useTranslation } from 'react-i18next';
import { regionsQuery } from '@/lib/api/regions';
import { SCHOOL_KINDS, URBAN_RURAL, useKindName } from '@/lib/i18n/useKindName';
import { useWorkContext } from '@/lib/url/workContext';
import { zonesQuery } from '../api/changeRegion';
import type { School } from '../api/schools';
import { SchoolSelect } from './SchoolSelect';
import styles from './forms.module.css';

export interface SchoolFields {
  code?: string;
  name?: string;
  kind: string;
  regionCode: string;
  urbanRural?: string;
  privateSchool: boolean;
  runBy: School['runBy'];
  parentSchoolId?: string;
  zoneId?: string;
  longitude?: number;
  latitude?: number;
  foundedYear?: number;
}

interface Props {
  form: FormInstance<SchoolFields>;
  id: string;
  school?: School;
  onFinish: (fields: SchoolFields) => void;
}

const TEACHING_POINT = '218';

/** The attributes of a school; with code and name only while it is being registered. */
export function SchoolForm({ form, id, school, onFinish }: Props) {
  const { t } = useTranslation('registry');
  const kindName = useKindName();
  const { region } = useWorkContext();
  const county = (school?.regionCode ?? region).slice(0, 6);
  const townships = useQuery(regionsQuery({ parent: county }));
  const zones = useQuery(zonesQuery);
  const kind = Form.useWatch('kind', form);
  const needed = (field: string) => ({ required: true, message: t('form.required', { field: t(field) }) });
  return (
    <Form<SchoolFields>
      form={form}
      id={id}
      layout="vertical"
      requiredMark={false}
      scrollToFirstError={{ focus: true }}
      initialValues={school ?? { privateSchool: false, runBy: 'COUNTY' }}
      onFinish={onFinish}
    >
      {!school && (
        <div className={styles.pair}>
          <Form.Item
            name="code"
            label={t('field.code')}
            extra={t('form.codeHelp')}
            rules={[needed('field.code'), { pattern: /^\d{10}$/, message: t('form.badCode') }]}
          >
            <Input inputMode="numeric" maxLength={10} className="dd-num" />
          </Form.Item>
          <Form.Item name="name" label={t('field.name')} rules={[needed('field.name')]}>
            <Input maxLength={100} />
          </Form.Item>
        </div>
      )}
      <div className={styles.pair}>
        <Form.Item name="kind" label={t('field.kind')} rules={[needed('field.kind')]}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={SCHOOL_KINDS.map((value) => ({ value, label: kindName(value) }))}
          />
        </Form.Item>
        <Form.Item name="regionCode" label={t('field.region')} rules={[needed('field.region')]}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={(townships.data ?? []).map((one) => ({ value: one.code, label: one.name }))}
          />
        </Form.Item>
        <Form.Item name="urbanRural" label={t('field.urbanRural')}>
          <Select
            allowClear
            options={URBAN_RURAL.map((code) => ({ value: code, label: t(`common:urbanRural.${code}`) }))}
          />
        </Form.Item>
        <Form.Item name="runBy" label={t('field.runBy')}>
          <Select
            options={(['COUNTY', 'PREFECTURE', 'PROVINCE', 'OTHER'] as const).map((value) => ({
              value,
              label: t(`runBy.${value}`),
            }))}
          />
        </Form.Item>
        <Form.Item name="privateSchool" label={t('field.private')}>
          <Radio.Group
            options={[
              { value: false, label: t('ownership.public') },
              { value: true, label: t('ownership.private') },
            ]}
          />
        </Form.Item>
        <Form.Item name="foundedYear" label={t('field.founded')}>
          <InputNumber min={1000} max={2200} controls={false} className={styles.wide} />
        </Form.Item>
        {kind === TEACHING_POINT && (
          <Form.Item name="parentSchoolId" label={t('field.parent')} extra={t('form.parentHelp')}>
            <SchoolSelect region={county} chosenName={school?.parentSchoolName} />
          </Form.Item>
        )}
        <Form.Item name="zoneId" label={t('field.zone')}>
          <Select
            allowClear
            options={(zones.data ?? []).map((zone) => ({ value: zone.id, label: zone.name }))}
          />
        </Form.Item>
        <Form.Item name="longitude" label={t('field.longitude')} extra={t('form.coordinatesHelp')}>
          <InputNumber min={-180} max={180} step={0.0001} controls={false} className={styles.wide} />
        </Form.Item>
        <Form.Item name="latitude" label={t('field.latitude')}>
          <InputNumber min={-90} max={90} step={0.0001} controls={false} className={styles.wide} />
        </Form.Item>
      </div>
    </Form>
  );
}
