import { useQuery } from '@tanstack/react-query';
import { Alert, App, Button, Checkbox, Drawer, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Section } from '@/components/layout/Section';
import { PlainTable } from '@/components/table/PlainTable';
import { problemMessage } from '@/lib/api/problem';
import { date } from '@/lib/format/dates';
import { number } from '@/lib/format/numbers';
import {
  parametersQuery,
  peopleQuery,
  usePlanDeed,
  usePreview,
  type Plan,
  type Preview,
  type Semester,
} from '../api/plans';
import styles from './plans.module.css';
import { usePeriodName } from './terms';

interface Props {
  term: Semester;
  kind: Plan['kind'];
  onClose: () => void;
}

/** Draws a plan, shows every visit and what found no day, and adopts exactly what was seen. */
export function DrawDrawer({ term, kind, onClose }: Props) {
  const { t } = useTranslation('plans');
  const { message } = App.useApp();
  const [inspector, setInspector] = useState<string>();
  const [seed, setSeed] = useState<number | null>(null);
  const [announced, setAnnounced] = useState(false);
  const [seen, setSeen] = useState<Preview>();
  const [id, setId] = useState('');
  const people = useQuery(peopleQuery);
  const rules = useQuery(parametersQuery);
  const preview = usePreview();
  const deed = usePlanDeed();
  const fail = (error: unknown) => void message.error(problemMessage(error, t), 8);
  const wish = { year: term.year, half: term.half, kind, inspectorId: inspector, announced };
  const draw = () =>
    preview.mutate(
      { ...wish, seed: seed ?? undefined },
      {
        onSuccess: (answer) => {
          setSeen(answer);
          setId(crypto.randomUUID());
        },
        onError: fail,
      },
    );
  const adopt = (of: Preview) =>
    deed.mutate(
      { name: 'adopt', body: { id, wish: { ...wish, seed: of.seed }, checksum: of.checksum } },
      {
        onSuccess: () => {
          void message.success(t('adopted', { n: number(of.visits.length) }));
          onClose();
        },
        onError: fail,
      },
    );
  const changed = (change: () => void) => {
    change();
    setSeen(undefined);
  };
  return (
    <Drawer
      open
      size={960}
      title={t(`drawTitle.${kind}`)}
      onClose={onClose}
      extra={
        seen && (
          <Button
            type="primary"
            disabled={seen.visits.length === 0}
            loading={deed.isPending}
            onClick={() => adopt(seen)}
          >
            {t('adopt', { n: number(seen.visits.length) })}
          </Button>
        )
      }
    >
      <p className={styles.help}>
        {t(`drawHelp.${kind}`, {
          perPeriod: number(rules.data?.find((one) => one.code === 'VISITS_PER_MONTH')?.value ?? 1),
        })}
      </p>
      <div className={styles.tools}>
        <Select
          aria-label={t('inspector')}
          style={{ minWidth: 160 }}
          allowClear
          placeholder={t('everybody')}
          value={inspector}
          onChange={(value: string | undefined) => changed(() => setInspector(value))}
          options={(people.data ?? []).map((one) => ({ value: one.id, label: one.name }))}
        />
        <InputNumber
          aria-label={t('seed')}
          placeholder={t('seed')}
          title={t('seedHint')}
          min={1}
          max={Number.MAX_SAFE_INTEGER}
          precision={0}
          style={{ width: 180 }}
          value={seed}
          onChange={(value) => changed(() => setSeed(value))}
        />
        <Checkbox
          checked={announced}
          title={t('announcedHint')}
          onChange={(event) => changed(() => setAnnounced(event.target.checked))}
        >
          {t('announced')}
        </Checkbox>
        <Button type={seen ? 'default' : 'primary'} loading={preview.isPending} onClick={draw}>
          {seen ? t('again') : t('run')}
        </Button>
      </div>
      <p className={styles.help}>
        {t('seedHint')}。{t('announcedHint')}。
      </p>
      {seen && <Seen of={seen} />}
    </Drawer>
  );
}

function Seen({ of }: { of: Preview }) {
  const { t } = useTranslation('plans');
  const period = usePeriodName();
  const reason = (one: Preview['missing'][number]) =>
    one.reason === 'NO_TERM' && one.termUntil
      ? t('termOver', { inspector: one.inspectorName, day: date(one.termUntil) })
      : t(`reasons.${one.reason}`, { inspector: one.inspectorName });
  return (
    <>
      <p role="status">
        {t('previewState', {
          seed: of.seed,
          visits: number(of.visits.length),
          missing: number(of.missing.length),
          respected: number(of.respected),
        })}
      </p>
      {of.yearsWithoutCalendar.map((year) => (
        <Alert
          key={year}
          className={styles.notice}
          type="warning"
          showIcon
          title={t('noCalendar', { year })}
        />
      ))}
      {of.missing.length > 0 && (
        <Section title={t('missing')}>
          <PlainTable
            label={t('missing')}
            cards
            columns={[
              { title: t('school') },
              { title: t('inspector') },
              { title: t('period') },
              { title: t('reason') },
            ]}
            rows={of.missing.map((one, i) => ({
              key: `${one.schoolId}-${one.period}-${i}`,
              tone: 'failing',
              cells: [one.schoolName, one.inspectorName, period(one.period), reason(one)],
            }))}
          />
        </Section>
      )}
      {of.nobody.length > 0 && (
        <Section title={t('nobody', { n: number(of.nobody.length) })}>{of.nobody.join('、')}</Section>
      )}
      <DrawnTable visits={of.visits} />
    </>
  );
}

/** Visits as they were drawn, each with how. */
export function DrawnTable({ visits }: { visits: Preview['visits'] }) {
  const { t } = useTranslation('plans');
  return (
    <Section title={t('drawn')}>
      <PlainTable
        label={t('drawn')}
        cards
        columns={[
          { title: t('school') },
          { title: t('inspector') },
          { title: t('day') },
          { title: t('why') },
        ]}
        rows={visits.map((one) => ({
          key: `${one.schoolId}-${one.day}`,
          cells: [
            one.schoolName,
            one.inspectorName,
            date(one.day),
            [
              t('whyOf', { n: number(one.choices) }),
              ...(one.together.length > 0 ? [t('together', { names: one.together.join('、') })] : []),
            ].join('，'),
          ],
        }))}
      />
    </Section>
  );
}
