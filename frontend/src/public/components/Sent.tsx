import { useEffect, useRef, useState } from 'react';
import type { Answer } from '@/lib/api/types';
import { sendPicture } from '../pictures';
import { day, useTexts } from '../texts';
import { Layout } from './Layout';

export type Receipt = Answer<'sendComplaint'>;

/** The query code, shown once, and what became of the pictures that follow. */
export function Sent({
  receipt,
  draftKey,
  pictures,
  school,
}: {
  receipt: Receipt;
  draftKey: string;
  pictures: File[];
  school: Answer<'getPublicSchool'>;
}) {
  const t = useTexts();
  const head = useRef<HTMLDivElement>(null);
  useEffect(() => {
    head.current?.focus();
    window.scrollTo(0, 0);
  }, []);
  return (
    <Layout title={t('sent.title')} office={school.office}>
      <div className="verdict good" tabIndex={-1} ref={head} role="status">
        <strong>{t('sent.done')}</strong>
        <span>{t('sent.by', { day: day(receipt.answerBy) })}</span>
      </div>
      <section className="card">
        <h2>{t('sent.code')}</h2>
        <p className="code">{receipt.code}</p>
        <p>{t('sent.keep')}</p>
        <Copy text={receipt.code} />
        <a className="button" href="/p/q">
          {t('look.title')}
        </a>
      </section>
      {pictures.length > 0 && <Following draftKey={draftKey} pictures={pictures} />}
    </Layout>
  );
}

/** Not offered where the browser keeps the clipboard to itself, as it does without https. */
function Copy({ text }: { text: string }) {
  const t = useTexts();
  const [said, say] = useState('');
  if (!('clipboard' in navigator)) return null;
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => say(t('sent.copied')),
      () => say(t('sent.notCopied')),
    );
  return (
    <p>
      <button type="button" className="button" onClick={() => void copy()}>
        {t('sent.copy')}
      </button>{' '}
      <span role="status">{said}</span>
    </p>
  );
}

interface State {
  said: string;
  failed: boolean;
}

function Following({ draftKey, pictures }: { draftKey: string; pictures: File[] }) {
  const t = useTexts();
  const [states, set] = useState<State[]>(() => pictures.map(() => ({ said: '', failed: false })));
  const [round, again] = useState(0);
  const done = useRef(new Set<number>());
  useEffect(() => {
    let current = true;
    const run = async () => {
      for (const [i, file] of pictures.entries()) {
        if (done.current.has(i)) continue;
        const say = (said: string, failed = false) =>
          current && set((before) => before.map((one, at) => (at === i ? { said, failed } : one)));
        say(t('sent.sending'));
        try {
          await sendPicture(draftKey, file);
          done.current.add(i);
          say(t('sent.received'));
        } catch (error) {
          say((error as Error).message || t('sent.failed'), true);
        }
      }
    };
    void run();
    return () => {
      current = false;
    };
  }, [pictures, draftKey, round, t]);
  const failed = states.some((one) => one.failed);
  return (
    <section className="card">
      <h2>{t('sent.pictures')}</h2>
      <ul className="plain" aria-live="polite">
        {pictures.map((file, i) => (
          <li key={`${file.name}${i}`}>
            <span>{file.name}</span>
            <span className="soft">{states[i]?.said}</span>
          </li>
        ))}
      </ul>
      {failed && (
        <button type="button" className="button" onClick={() => again(round + 1)}>
          {t('sent.again')}
        </button>
      )}
    </section>
  );
}
