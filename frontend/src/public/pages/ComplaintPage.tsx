import { useEffect, useRef, useState, type FormEvent } from 'react';
import type { Answer } from '@/lib/api/types';
import { call, type Refused, useLoaded } from '../api';
import { Layout } from '../components/Layout';
import { Loading } from '../components/Loading';
import { Sent, type Receipt } from '../components/Sent';
import { keepDraft, readDraft, type Draft } from '../draft';
import { MOST_PICTURES } from '../pictures';
import { language, useTexts, type Key } from '../texts';

type School = Answer<'getPublicSchool'>;
const LONGEST = 2000;

/** Tells the office something about a school; no account, a name only if one likes. */
export function ComplaintPage({ code }: { code: string }) {
  const t = useTexts();
  const loaded = useLoaded<School>(`/schools/${encodeURIComponent(code)}`);
  return (
    <Loading loaded={loaded} title={t('tell.title')} unknown={t('check.unknown')}>
      {(school) => <Form school={school} code={code} />}
    </Loading>
  );
}

function Form({ school, code }: { school: School; code: string }) {
  const t = useTexts();
  const [draft, setDraft] = useState<Draft>(() => readDraft(code));
  const [pictures, setPictures] = useState<File[]>([]);
  const [errors, setErrors] = useState<Partial<Record<string, string>>>({});
  const [tries, setTries] = useState(0);
  const [busy, setBusy] = useState(false);
  const [receipt, setReceipt] = useState<Receipt>();
  const summary = useRef<HTMLDivElement>(null);
  const sending = useRef(false);
  useEffect(() => {
    summary.current?.focus();
  }, [tries]);
  if (receipt) return <Sent receipt={receipt} draftKey={draft.key} pictures={pictures} school={school} />;

  const change = (part: Partial<Draft>) => {
    const next = { ...draft, ...part };
    setDraft(next);
    keepDraft(code, next);
    // what is filled in is no longer wrong
    setErrors((before) => Object.fromEntries(Object.entries(before).filter(([field]) => !(field in part))));
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (sending.current) return;
    const missing: Partial<Record<string, string>> = {};
    if (!draft.matter) missing.matter = t('tell.needMatter');
    if (!draft.text.trim()) missing.text = t('tell.needText');
    setErrors(missing);
    if (Object.keys(missing).length > 0) {
      setTries((n) => n + 1);
      return;
    }
    sending.current = true;
    setBusy(true);
    try {
      const answer = await call<Receipt>('/complaints', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({
          key: draft.key,
          school: code,
          matter: Number(draft.matter),
          text: draft.text,
          name: draft.name || null,
          contact: draft.contact || null,
        }),
      });
      keepDraft(code, undefined);
      setReceipt(answer);
    } catch (error) {
      const why = error as Refused;
      const fields = why.fields ?? {};
      setErrors(Object.keys(fields).length > 0 ? fields : { all: why.message || t('tell.notSent') });
      setTries((n) => n + 1);
    } finally {
      sending.current = false;
      setBusy(false);
    }
  };
  const wrong = Object.entries(errors);
  const described = (field: string) => (errors[field] ? `${field}-error` : undefined);
  return (
    <Layout title={t('tell.title')} office={school.office}>
      <p>{t('tell.about', { school: school.name })}</p>
      <form onSubmit={(event) => void submit(event)} noValidate>
        {wrong.length > 0 && (
          <div className="verdict bad" role="alert" tabIndex={-1} ref={summary}>
            <strong>{t('tell.wrong')}</strong>
            {wrong.map(([field, why]) =>
              field === 'all' ? (
                <span key={field}>{why}</span>
              ) : (
                <a key={field} href={`#${field}`}>
                  {why}
                </a>
              ),
            )}
          </div>
        )}
        <div className="field">
          <label htmlFor="matter">{t('tell.matter')}</label>
          <select
            id="matter"
            value={draft.matter}
            aria-invalid={Boolean(errors.matter)}
            aria-describedby={described('matter')}
            onChange={(e) => change({ matter: e.target.value })}
          >
            <option value="">{t('tell.choose')}</option>
            {school.matters.map((one) => (
              <option key={one.no} value={one.no}>
                {language === 'en' ? one.nameEn : one.name}
              </option>
            ))}
          </select>
          <Why id="matter-error" text={errors.matter} />
        </div>
        <div className="field">
          <label htmlFor="text">{t('tell.text')}</label>
          <small id="text-help">{t('tell.textHelp')}</small>
          <textarea
            id="text"
            rows={7}
            maxLength={LONGEST}
            value={draft.text}
            aria-invalid={Boolean(errors.text)}
            aria-describedby={['text-help', described('text')].filter(Boolean).join(' ')}
            onChange={(e) => change({ text: e.target.value })}
          />
          <small>{t('tell.count', { n: draft.text.length, most: LONGEST })}</small>
          <Why id="text-error" text={errors.text} />
        </div>
        <Pictures files={pictures} onChange={setPictures} />
        <fieldset>
          <legend>{t('tell.who')}</legend>
          <p className="soft">{t('tell.whoHelp')}</p>
          {(['name', 'contact'] as const).map((field) => (
            <div className="field" key={field}>
              <label htmlFor={field}>{t(`tell.${field}` as Key)}</label>
              <input
                id={field}
                value={draft[field]}
                maxLength={field === 'name' ? 40 : 100}
                autoComplete="off"
                aria-describedby={described(field)}
                onChange={(e) => change({ [field]: e.target.value })}
              />
              <Why id={`${field}-error`} text={errors[field]} />
            </div>
          ))}
        </fieldset>
        <p className="soft">{t('tell.next')}</p>
        <button className="main" type="submit" disabled={busy}>
          {busy ? t('tell.sending') : t('tell.send')}
        </button>
      </form>
    </Layout>
  );
}

function Why({ id, text }: { id: string; text?: string }) {
  return text ? (
    <span className="why" id={id}>
      {text}
    </span>
  ) : null;
}

function Pictures({ files, onChange }: { files: File[]; onChange: (files: File[]) => void }) {
  const t = useTexts();
  return (
    <div className="field">
      <label htmlFor="pictures">{t('tell.pictures')}</label>
      <small id="pictures-help">{t('tell.picturesHelp', { n: MOST_PICTURES })}</small>
      <input
        id="pictures"
        type="file"
        accept="image/jpeg,image/png"
        multiple
        aria-describedby="pictures-help"
        disabled={files.length >= MOST_PICTURES}
        onChange={(e) => {
          onChange([...files, ...(e.target.files ?? [])].slice(0, MOST_PICTURES));
          e.target.value = '';
        }}
      />
      {files.length > 0 && (
        <ul className="plain">
          {files.map((file, i) => (
            <li key={`${file.name}${i}`} className="picture">
              <span>{file.name}</span>
              <button type="button" onClick={() => onChange(files.filter((one) => one !== file))}>
                {t('tell.remove')}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
