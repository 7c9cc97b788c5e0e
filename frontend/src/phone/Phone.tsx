import { useEffect, useRef } from 'react';
import { createBrowserRouter, RouterProvider } from 'react-router';
import { useTranslation } from 'react-i18next';
import styles from './phone.module.css';
import { useStanding } from './runtime';
import { Begin } from './screens/Begin';
import { Choose } from './screens/Choose';
import { Closing } from './screens/Closing';
import { Findings } from './screens/Findings';
import { Home } from './screens/Home';
import { Hub } from './screens/Hub';
import { Items } from './screens/Items';
import { Mine } from './screens/Mine';
import { Outbox } from './screens/Outbox';
import { RecordFrame } from './screens/RecordFrame';
import { Welcome } from './screens/Welcome';

const router = createBrowserRouter(
  [
    { path: '/', element: <Home /> },
    { path: '/schools', element: <Choose /> },
    { path: '/schools/:id', element: <Begin /> },
    {
      path: '/records/:id',
      element: <RecordFrame />,
      children: [
        { index: true, element: <Hub /> },
        { path: 'items', element: <Items /> },
        { path: 'findings', element: <Findings /> },
        { path: 'close', element: <Closing /> },
      ],
    },
    { path: '/outbox', element: <Outbox /> },
    { path: '/mine', element: <Mine /> },
    { path: '*', element: <Home /> },
  ],
  { basename: '/m/' },
);

/** The whole of it: somebody’s turn, or nobody’s. */
export function Phone() {
  const { t } = useTranslation('phone');
  const { phase, person } = useStanding();
  const subject = person?.subject;
  const before = useRef(subject);
  useEffect(() => {
    // whoever takes the phone over begins at the beginning, not on a screen of whoever had it
    if (before.current !== undefined && before.current !== subject)
      void router.navigate('/', { replace: true });
    before.current = subject;
  }, [subject]);
  if (phase === 'starting') return <p className={styles.center}>{t('loading')}</p>;
  return person ? <RouterProvider router={router} /> : <Welcome />;
}
