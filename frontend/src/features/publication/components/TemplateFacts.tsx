import { useTranslation } from 'react-i18next';
import { Section } from '@/components/layout/Section';
import { PlainTable } from '@/components/table/PlainTable';
import { number } from '@/lib/format/numbers';
import { useNamed } from '@/lib/i18n/useNamed';
import type { Templates } from '../api/templates';

type Remark = Templates['deviations'][number];

// eslint-disable-next-line no-restricted-syntax -- part of the tag as it stands in the template, in every language
const TABLE = '表';

/** What the template in use departs in from GB/T 9704-2012, where, and what to do about it. */
export function Deviations({ of }: { of: Templates }) {
  const { t } = useTranslation('publication');
  if (of.deviations.length === 0) return null;
  const place = (one: Remark) =>
    one.paragraph > 0
      ? t('paragraph', { n: number(one.paragraph), text: one.excerpt })
      : t(`places.${one.place}`);
  return (
    <Section title={t('deviations')} note={t('deviationsNote')} flush>
      <PlainTable
        label={t('deviations')}
        columns={[{ title: t('where') }, { title: t('deviation') }, { title: t('remedy') }]}
        rows={of.deviations.map((one, i) => ({
          key: String(i),
          cells: [place(one), one.text, one.remedy],
          tone: 'confirm' as const,
        }))}
      />
    </Section>
  );
}

/** What the template may say, and how it is written. */
export function FieldList({ of }: { of: Templates }) {
  const { t } = useTranslation('publication');
  const named = useNamed();
  return (
    <Section title={t('fields')} note={t('fieldsNote')} flush>
      <PlainTable
        label={t('fields')}
        columns={[{ title: t('field') }, { title: t('written') }, { title: t('sample') }]}
        rows={of.fields.map((field) => ({
          key: field.name,
          cells: [
            `${named({ nameZh: field.name, nameEn: field.nameEn })}${field.required ? t('requiredMark') : ''}`,
            field.list ? (
              <>
                <code>{`{{?${field.name}}}${field.columns.map((c) => `{{${c.name}}}`).join(' ')}{{/${field.name}}}`}</code>
                <br />
                {t('inTable')}{' '}
                <code>{`{{${field.name + TABLE}}} ${field.columns.map((c) => `[${c.name}]`).join(' ')}`}</code>
              </>
            ) : (
              <code>{`{{${field.name}}}`}</code>
            ),
            field.list ? Object.values(field.samples[0] ?? {}).join(' · ') : field.sample,
          ],
        }))}
      />
    </Section>
  );
}
