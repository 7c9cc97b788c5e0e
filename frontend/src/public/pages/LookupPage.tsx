import { useState, type FormEvent } from 'react';
import type { Answer } from '@/lib/api/types';
import { call, type Refused } from '../api';
import { Layout } from '../components/Layout';
import { day, useTexts, type Key } from '../texts';

type Progress = Answer<'lookUpComplaint'>;

const REACHED: Record<Progress['state'], number> = {
  RECEIVED: 0,
  VERIFIED: 1,
  HANDLED: 2,
  PASSED_ON: 2,
  ANSWERED: 3,
  REJECTED: 1,
};

/** What became of a complaint, for whoever holds the query code. */
export function LookupPage() {
  const t = useTexts();
  const [code, setCode] = useState('');
  const [why, setWhy] = useState('');
  const [found, find] = useState<Progress>();
  const look = async (event: FormEvent) => {
    event.preventDefault();
    setWhy('');
    find(undefined);
    if (!code.trim()) {
      setWhy(t('look.need'));
      return;
    }
    try {
      find(
        await call<Progress>('/complaints/lookup', {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify({ code }),
        }),
      );
    } catch (error) {
      setWhy((error as Refused).message || t('failed.text'));
    }
  };
  return (
    <Layout title={t('look.title')}>
      <form onSubmit={(event) => void look(event)} noValidate>
        <div className="field">
          <label htmlFor="code">{t('sent.code')}</label>
          <input
            id="code"
            className="codeInput"
            value={code}
            maxLength={40}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            aria-invalid={Boolean(why)}
            aria-describedby={why ? 'code-error' : undefined}
            onChange={(e) => setCode(e.target.value)}
          />
          {why && (
            <span className="why" id="code-error" role="alert">
              {why}
            </span>
          )}
        </div>
        <button className="main" type="submit">
          {t('look.go')}
        </button>
      </form>
      {found && <Found progress={found} />}
    </Layout>
  );
}

function Found({ progress }: { progress: Progress }) {
  const t = useTexts();
  const at = REACHED[progress.state];
  const way: Key[] =
    progress.state === 'REJECTED'
      ? ['state.RECEIVED', 'state.REJECTED']
      : [
          'state.RECEIVED',
          'state.VERIFIED',
          progress.passedTo && progress.state !== 'HANDLED' ? 'state.PASSED_ON' : 'state.HANDLED',
          'state.ANSWERED',
        ];
  const words = progress.state === 'ANSWERED' ? progress.answer : progress.rejectedFor;
  return (
    <section className="card" role="status">
      <h2>{progress.schoolName}</h2>
      <ol className="way">
        {way.map((step, i) => (
          <li key={step} data-done={i <= at || undefined} aria-current={i === at ? 'step' : undefined}>
            {t(step)}
          </li>
        ))}
      </ol>
      <dl>
        <dt>{t('look.received')}</dt>
        <dd>{day(progress.receivedOn)}</dd>
        {progress.passedTo && (
          <>
            <dt>{t('look.passedTo')}</dt>
            <dd>{progress.passedTo}</dd>
          </>
        )}
        {progress.closedOn ? (
          <>
            <dt>{t('look.closed')}</dt>
            <dd>{day(progress.closedOn)}</dd>
          </>
        ) : (
          <>
            <dt>{t('look.answerBy')}</dt>
            <dd>{day(progress.answerBy)}</dd>
          </>
        )}
      </dl>
      {progress.overdue && <p className="why">{t('look.overdue')}</p>}
      {words && (
        <>
          <h3>{t(progress.state === 'ANSWERED' ? 'look.answer' : 'look.reason')}</h3>
          <p className="words">{words}</p>
        </>
      )}
    </section>
  );
}
