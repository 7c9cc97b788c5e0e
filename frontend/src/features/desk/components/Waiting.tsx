import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { DueBy } from '@/components/states/DueBy';
import { date, moment, month, schoolYear } from '@/lib/format/dates';
import { number } from '@/lib/format/numbers';
import { useKeepContext } from '@/lib/url/workContext';
import type { AskedOfUs, ImportRow, Run, WaitingComplaint, WaitingSupervision, Waits } from '../api/desk';
import styles from './desk.module.css';

const WAITS: Record<string, string> = {
  NEEDS_MAPPING: 'waiting.map',
  CHECKED: 'waiting.commit',
  UPLOADED: 'waiting.upload',
};

const NOTICES = new Set(['APPROVE_NOTICE', 'REVISE_NOTICE', 'SERVE_NOTICE', 'RECEIVE_NOTICE']);

/** Where a thing that waits is done. */
const PLACES: Record<WaitingSupervision['kind'], (id: string, of: string) => string> = {
  ANSWER_RECORD: () => '/school-visits',
  MAKE_VISIT: (id) => `/visits/${id}`,
  HAND_IN_REPORT: (id, month) => `/monthly/${id}/${month}`,
  REVISE_REPORT: (id, month) => `/monthly/${id}/${month}`,
  ACKNOWLEDGE_APPRAISAL: (id, year) => `/appraisals/${year}/${id}`,
  CONFIRM_APPRAISAL: (id, year) => `/appraisals/${year}/${id}`,
  REVISE_APPRAISAL: (id, year) => `/appraisals/${year}/${id}`,
};

/** A day, a month or a year as it is said. */
const spoken = (of: string) => (of.length === 10 ? date(of) : of.length === 7 ? month(of) : of);

/** A thing to do, in a sentence. */
interface Dated {
  key: string;
  to: string;
  text: string;
  on: string | null;
  overdue: boolean;
  since: string;
}

/** The earliest first; what has no day comes after what has. */
const byDue = (a: Dated, b: Dated) => {
  const [x, y] = [a.on ?? '9999', b.on ?? '9999'];
  if (x !== y) return x < y ? -1 : 1;
  return a.since < b.since ? -1 : 1;
};

interface Props {
  /** Visits, records, reports and appraisals. */
  supervision: WaitingSupervision[];
  /** Findings and notices, by due date. */
  rectification: Waits[];
  /** Complaints to be verified, handled or answered, by due date. */
  complaints: WaitingComplaint[];
  /** Materials asked for and not sent. */
  asked: AskedOfUs[];
  imports: ImportRow[];
  runs: Run[];
  year: number;
  /** Figures are there, nothing is computed yet, and the reader may compute. */
  toCompute: boolean;
}

/** What waits for the reader: first what has a due date, then the oldest. */
export function Waiting({
  rectification,
  complaints,
  supervision,
  asked,
  imports,
  runs,
  year,
  toCompute,
}: Props) {
  const { t, i18n } = useTranslation('desk');
  const english = i18n.language === 'en';
  const keep = useKeepContext();
  const open = imports.filter((one) => one.state in WAITS).reverse();
  const missing = runs
    .slice(0, 1)
    .flatMap((run) =>
      run.stages
        .filter((stage) => stage.verdict === 'WITHHELD' && stage.missing.length > 0)
        .map((stage) => ({ run, stage })),
    );
  const dated: Dated[] = [
    ...rectification.map((one) => ({
      key: `${one.kind}${one.id}${one.text}`,
      to: `/rectification/${NOTICES.has(one.kind) ? 'notices' : 'findings'}/${one.id}`,
      text: t(`waiting.kinds.${one.kind}`, { unit: one.unitName, text: english ? one.textEn : one.text }),
      on: one.dueOn,
      overdue: one.overdue,
      since: one.since,
    })),
    ...complaints.map((one) => ({
      key: one.id,
      to: `/complaints/${one.id}`,
      text: t(`waiting.complaints.${one.state}`, {
        school: one.schoolName,
        matter: english ? one.matterNameEn : one.matterName,
      }),
      on: one.dueOn,
      overdue: one.overdue,
      since: one.receivedOn,
    })),
    ...supervision.map((one) => ({
      key: `${one.kind}${one.id}${one.of}`,
      to: PLACES[one.kind](one.id, one.of),
      text: t(`waiting.supervision.${one.kind}`, { name: one.name, of: spoken(one.of) }),
      on: one.dueOn,
      overdue: one.overdue,
      since: one.since,
    })),
    ...asked.map(({ ask, itemZh, itemEn }) => ({
      key: ask.id,
      to: '/archives/asked',
      text: t('waiting.asked', { item: english ? itemEn : itemZh }),
      on: ask.dueOn,
      overdue: ask.overdue,
      since: ask.askedAt,
    })),
  ];
  if (dated.length + open.length + missing.length === 0 && !toCompute) return <p>{t('waiting.none')}</p>;
  return (
    <ul className={styles.list}>
      {dated.sort(byDue).map((one) => (
        <li key={one.key}>
          <Link to={keep(one.to)}>{one.text}</Link>
          <small>
            <Due on={one.on} overdue={one.overdue} since={one.since} />
          </small>
        </li>
      ))}
      {open.map((one) => (
        <li key={one.id}>
          <Link to={keep(`/imports/${one.id}`)}>
            {t(WAITS[one.state] ?? '', {
              file: one.fileName,
              clean: number(one.rowsClean),
              errors: number(one.rowsWithErrors),
            })}
          </Link>
          <small>{t('waiting.since', { time: moment(one.createdAt) })}</small>
        </li>
      ))}
      {missing.map(({ run, stage }) => (
        <li key={`${run.id}${stage.stage}`}>
          <Link to={keep(`/balance?framework=${run.frameworkId}&stage=${stage.stage}`)}>
            {t('waiting.missing', { stage: t(`common:stage.${stage.stage}`), count: stage.missing.length })}
          </Link>
          <small>{t('waiting.since', { time: moment(run.createdAt) })}</small>
        </li>
      ))}
      {toCompute && (
        <li>
          <Link to={keep('/balance')}>{t('waiting.compute', { year: schoolYear(year) })}</Link>
        </li>
      )}
    </ul>
  );
}

interface DueProps {
  on: string | null;
  /** Late, and it is the reader's own doing. */
  overdue: boolean;
  since: string;
}

/** By when; what has no day, since when it waits. */
function Due({ on, overdue, since }: DueProps) {
  const { t } = useTranslation('desk');
  return on ? <DueBy on={on} blameless={!overdue} /> : t('waiting.since', { time: date(since) });
}
