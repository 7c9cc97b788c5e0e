import type { Answer } from '@/lib/api/types';
import { useLoaded } from '../api';
import { Layout } from '../components/Layout';
import { Loading } from '../components/Loading';
import { Portrait } from '../components/Portrait';
import { day, language, useTexts } from '../texts';

type School = Answer<'getPublicSchool'>;

/** A school for everybody: who answers for it today, what was published. */
export function SchoolPage({ code }: { code: string }) {
  const t = useTexts();
  const loaded = useLoaded<School>(`/schools/${encodeURIComponent(code)}`);
  return (
    <Loading loaded={loaded} title={t('school.title')} unknown={t('check.unknown')}>
      {(school) => <View school={school} code={code} />}
    </Loading>
  );
}

function View({ school, code }: { school: School; code: string }) {
  const t = useTexts();
  return (
    <Layout title={school.name} office={school.office}>
      <Responsible school={school} code={code} />
      <div className="actions">
        <a className="main" href={`/p/r/${encodeURIComponent(code)}`}>
          {t('tell.title')}
        </a>
        <a className="button" href="/p/q">
          {t('look.title')}
        </a>
      </div>
      <section className="card">
        <h2>{t('school.results')}</h2>
        {school.results.length === 0 ? (
          <p className="soft">{t('school.noResults')}</p>
        ) : (
          <ul className="plain">
            {school.results.map((one) => (
              <li key={one.number + one.title}>
                <strong>{one.title}</strong>
                <span className="soft">
                  {language === 'en' ? one.kindNameEn : one.kindName} · {one.number} · {day(one.issuedOn)}
                </span>
              </li>
            ))}
          </ul>
        )}
      </section>
      <section className="card">
        <h2>{t('school.matters')}</h2>
        <ol>
          {school.matters.map((one) => (
            <li key={one.no}>{language === 'en' ? one.nameEn : one.name}</li>
          ))}
        </ol>
      </section>
    </Layout>
  );
}

function Responsible({ school, code }: { school: School; code: string }) {
  const t = useTexts();
  // null while nobody answers for the school, which the generated type does not say
  const who = school.responsible as School['responsible'] | null;
  const phone = school.phone as string | null;
  return (
    <section className="card">
      <h2>{t('school.responsible')}</h2>
      {who ? (
        <div className="who">
          <Portrait
            name={who.name}
            src={who.photo ? `/api/v1/public/schools/${encodeURIComponent(code)}/photo` : undefined}
          />
          <dl>
            <dt>{t('name')}</dt>
            <dd className="big">{who.name}</dd>
            <dt>{t('kind')}</dt>
            <dd>{t(`kind.${who.kind as 'RESPONSIBLE'}`)}</dd>
            <dt>{t('school.since')}</dt>
            <dd>{t('school.sinceDay', { day: day(who.since) })}</dd>
          </dl>
        </div>
      ) : (
        <p>{t('school.nobody')}</p>
      )}
      {phone && (
        <p className="call">
          {t('school.phone')} <a href={`tel:${phone.replace(/[^0-9+]/g, '')}`}>{phone}</a>
        </p>
      )}
    </section>
  );
}
