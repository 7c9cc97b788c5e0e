import { lazy, Suspense, useEffect, useRef } from 'react';
import { BrowserRouter, Route, Routes, useNavigate } from 'react-router';
import { useTranslation } from 'react-i18next';
import { Whole } from './components/Whole';
import styles from './phone.module.css';
import { useStanding } from './runtime';
import { Home } from './screens/Home';
import { Mine } from './screens/Mine';
import { visitScreens } from './screens/visit';
import { Welcome } from './screens/Welcome';

const Begin = lazy(async () => ({ default: (await visitScreens()).Begin }));
const Choose = lazy(async () => ({ default: (await visitScreens()).Choose }));
const Closing = lazy(async () => ({ default: (await visitScreens()).Closing }));
const Findings = lazy(async () => ({ default: (await visitScreens()).Findings }));
const Hub = lazy(async () => ({ default: (await visitScreens()).Hub }));
const Items = lazy(async () => ({ default: (await visitScreens()).Items }));
const Outbox = lazy(async () => ({ default: (await visitScreens()).Outbox }));
const RecordFrame = lazy(async () => ({ default: (await visitScreens()).RecordFrame }));

/** Whoever takes the phone over begins at the beginning, not on a screen of whoever had it. */
function BeginsAnew({ subject }: { subject: string | undefined }) {
  const navigate = useNavigate();
  const before = useRef(subject);
  useEffect(() => {
    if (before.current !== undefined && before.current !== subject) void navigate('/', { replace: true });
    before.current = subject;
  }, [navigate, subject]);
  return null;
}

/** The whole of it: somebody’s turn, or nobody’s. */
export function Phone() {
  const { t } = useTranslation('phone');
  const { person } = useStanding();
  useEffect(() => {
    if (person) void visitScreens().catch(() => undefined);
  }, [person]);
  return (
    <Whole>
      <BrowserRouter basename="/m">
        <BeginsAnew subject={person?.subject} />
        {person ? (
          <Suspense fallback={<p className={styles.center}>{t('loading')}</p>}>
            <Routes>
              <Route path="/schools" element={<Choose />} />
              <Route path="/schools/:id" element={<Begin />} />
              <Route path="/records/:id" element={<RecordFrame />}>
                <Route index element={<Hub />} />
                <Route path="items" element={<Items />} />
                <Route path="findings" element={<Findings />} />
                <Route path="close" element={<Closing />} />
              </Route>
              <Route path="/outbox" element={<Outbox />} />
              <Route path="/mine" element={<Mine />} />
              <Route path="*" element={<Home />} />
            </Routes>
          </Suspense>
        ) : (
          <Welcome />
        )}
      </BrowserRouter>
    </Whole>
  );
}
