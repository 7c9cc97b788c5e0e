import { Layout } from './components/Layout';
import { AppointmentPage } from './pages/AppointmentPage';
import { ComplaintPage } from './pages/ComplaintPage';
import { LookupPage } from './pages/LookupPage';
import { SchoolPage } from './pages/SchoolPage';
import { useTexts } from './texts';

/** Pages for everybody, by what stands after `/p/`: they know no account and load nothing of the desk. */
export function App({ path }: { path: string }) {
  const [, , kind, code = ''] = path.split('/');
  switch (kind) {
    case 'c':
      return <AppointmentPage code={code} />;
    case 's':
      return <SchoolPage code={code} />;
    case 'r':
      return <ComplaintPage code={code} />;
    case 'q':
      return <LookupPage />;
    default:
      return <Nothing />;
  }
}

function Nothing() {
  const t = useTexts();
  return (
    <Layout title={t('nothing.title')}>
      <p>{t('nothing.text')}</p>
    </Layout>
  );
}
