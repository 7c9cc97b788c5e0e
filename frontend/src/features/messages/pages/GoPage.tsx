import { Navigate, useParams } from 'react-router';
import { pageOf } from '@/lib/url/things';

/** Leads on from the link of a mail to the page of the thing it is about. */
export function GoPage() {
  const { type = '', id = '' } = useParams();
  return <Navigate replace to={pageOf(type, id) ?? '/'} />;
}
