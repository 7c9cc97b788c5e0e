import type { Answer } from '@/lib/api/types';
import { useLoaded } from '../api';
import { Layout } from '../components/Layout';
import { Loading } from '../components/Loading';
import { Portrait } from '../components/Portrait';
import { day, useTexts } from '../texts';

type Check = Answer<'checkAppointment'>;

const TONES: Record<Check['standing'], string> = {
  IN_OFFICE: 'good',
  TO_BEGIN: 'soon',
  ENDED: 'bad',
  DISMISSED: 'bad',
};

/** Whether a letter or card is valid today. */
export function AppointmentPage({ code }: { code: string }) {
  const t = useTexts();
  const loaded = useLoaded<Check>(`/appointments/${encodeURIComponent(code)}`);
  return (
    <Loading loaded={loaded} title={t('check.title')} unknown={t('check.unknown')}>
      {(check) => <View check={check} code={code} />}
    </Loading>
  );
}

function View({ check, code }: { check: Check; code: string }) {
  const t = useTexts();
  const photo = check.photo ? `/api/v1/public/appointments/${encodeURIComponent(code)}/photo` : undefined;
  return (
    <Layout title={t('check.title')} office={check.office}>
      <div className={`verdict ${TONES[check.standing]}`} role="status">
        <strong>{t(`check.${check.standing}`)}</strong>
        <span>{t('check.on', { day: day(check.on) })}</span>
      </div>
      <div className="person">
        <Portrait src={photo} name={check.name} />
        <dl>
          <dt>{t('name')}</dt>
          <dd className="big">{check.name}</dd>
          <dt>{t('kind')}</dt>
          <dd>{t(`kind.${check.kind as 'RESPONSIBLE'}`)}</dd>
          <dt>{t('check.office')}</dt>
          <dd>{check.office}</dd>
          <dt>{t('check.term')}</dt>
          <dd>{t('check.fromTo', { from: day(check.startsOn), until: day(check.endsOn) })}</dd>
        </dl>
      </div>
      <p className="soft">{t('check.hint')}</p>
    </Layout>
  );
}
