import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { date } from '@/lib/format/dates';
import { useKindName } from '@/lib/i18n/useKindName';
import { useNamed } from '@/lib/i18n/useNamed';
import { useOnce } from '@/lib/useOnce';
import { Screen } from '../components/Screen';
import { locate } from '../media/place';
import { KINDS, type Draft, type VisitKind } from '../model';
import styles from '../phone.module.css';
import { useStanding } from '../runtime';
import { db } from '../store/db';
import { EIGHT_MATTERS, type Pack, type SchoolCard } from '../store/pack';
import { keep } from '../store/records';
import { isFull } from '../store/space';
import { phoneDay } from '../today';
import { usePack } from '../useOpened';
import { usePerson } from '../usePerson';

/** A school's card, and the check-in. */
export function Begin() {
  const { t } = useTranslation('phone');
  const { id } = useParams();
  const pack = usePack(usePerson());
  if (pack === undefined)
    return (
      <Screen title={t('school.title')} back="/">
        {t('loading')}
      </Screen>
    );
  const school = pack?.schools.find((one) => one.id === id);
  if (!pack || !school)
    return (
      <Screen title={t('school.title')} back="/">
        {t('school.unknown')}
      </Screen>
    );
  return <Card pack={pack} school={school} />;
}

function Card({ pack, school }: { pack: Pack; school: SchoolCard }) {
  const { t } = useTranslation('phone');
  const named = useNamed();
  const kindName = useKindName();
  const navigate = useNavigate();
  const person = usePerson();
  const { today = phoneDay() } = useStanding();
  const [params] = useSearchParams();
  const visit = pack.visits.find((one) => one.id === params.get('visit'));
  const here = useLiveQuery(() => db.systems.toCollection().primaryKeys(), []);
  const systems = pack.systems
    .filter((one) => here?.includes(one.id))
    .sort((a, b) => Number(b.code === EIGHT_MATTERS) - Number(a.code === EIGHT_MATTERS));
  const usual = systems[0];
  const [system, setSystem] = useState<string>();
  const [kind, setKind] = useState<VisitKind>(visit?.kind ?? 'ROUTINE');
  const [locating, setLocating] = useState(false);
  const [failed, setFailed] = useState<'full' | 'notKept'>();
  const chosen = system ?? systems.find((one) => one.id === visit?.systemId)?.id ?? usual?.id;
  const findings = pack.findings.filter((one) => one.schoolId === school.id);
  const last = pack.made
    .filter((one) => one.schoolId === school.id)
    .map((one) => one.madeOn ?? '')
    .sort()
    .at(-1);
  const begin = useOnce(async () => {
    if (!chosen) return;
    setLocating(true);
    const startedAt = new Date().toISOString();
    const position = (await locate()) ?? null;
    setLocating(false);
    const draft: Draft = {
      id: crypto.randomUUID(),
      visitId: visit?.id ?? crypto.randomUUID(),
      planned: Boolean(visit),
      schoolId: school.id,
      schoolName: school.name,
      kind,
      systemId: chosen,
      startedAt,
      finishedAt: null,
      position,
      positionNote: null,
      answers: {},
      findings: [],
      received: null,
      feedback: null,
    };
    try {
      await keep(person, draft);
    } catch (error) {
      setFailed(isFull(error) ? 'full' : 'notKept');
      return;
    }
    void navigate(`/records/${draft.id}`, { replace: true });
  });
  return (
    <Screen
      title={school.name}
      back="/"
      foot={
        <button
          type="button"
          className={`${styles.button} ${styles.main}`}
          disabled={!chosen || locating}
          onClick={begin}
        >
          {t(locating ? 'school.locating' : 'school.begin')}
        </button>
      }
    >
      {failed && (
        <p role="alert" className={styles.late}>
          {t(`line.${failed}`)}
        </p>
      )}
      <dl className={styles.facts}>
        <dt>{t('school.kind')}</dt>
        <dd>{kindName(school.kind)}</dd>
        <dt>{t('school.region')}</dt>
        <dd>{school.regionName}</dd>
        {school.zoneName && (
          <>
            <dt>{t('school.zone')}</dt>
            <dd>{school.zoneName}</dd>
          </>
        )}
        <dt>{t('school.lastVisit')}</dt>
        <dd>{last ? date(last) : t('school.noVisit')}</dd>
      </dl>
      <section className={styles.section}>
        <h2>{t('school.findings', { count: findings.length })}</h2>
        {findings.length === 0 && <p className={styles.soft}>{t('school.noFindings')}</p>}
        {findings.length > 0 && (
          <ul className={styles.list}>
            {findings.map((one) => (
              <li key={one.id} className={styles.entry}>
                <span>
                  <span>{one.description}</span>
                  <span className={`${styles.soft} ${styles.block}`}>
                    {one.deadline
                      ? one.deadline < today
                        ? `! ${t('school.overdue')} · ${t('school.due', { date: date(one.deadline) })}`
                        : t('school.due', { date: date(one.deadline) })
                      : t('school.notAsked')}
                  </span>
                </span>
              </li>
            ))}
          </ul>
        )}
      </section>
      {here && systems.length === 0 && <p role="alert">{t('school.noSystem')}</p>}
      {systems.length > 0 && (
        <label className={styles.field}>
          <span>{t('school.checklist')}</span>
          <select value={chosen} onChange={(event) => setSystem(event.target.value)}>
            {systems.map((one) => (
              <option key={one.id} value={one.id}>
                {named(one)}
              </option>
            ))}
          </select>
        </label>
      )}
      {!visit && (
        <label className={styles.field}>
          <span>{t('school.how')}</span>
          <select value={kind} onChange={(event) => setKind(event.target.value as VisitKind)}>
            {KINDS.map((one) => (
              <option key={one} value={one}>
                {t(`kind.${one}`)}
              </option>
            ))}
          </select>
        </label>
      )}
    </Screen>
  );
}
