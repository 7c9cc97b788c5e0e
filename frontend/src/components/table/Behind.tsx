import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useKeepContext } from '@/lib/url/workContext';

/** A number that opens the rows it counts, in a table whose rows open something else. */
export function Behind({ to, children }: { to: string; children: ReactNode }) {
  const keep = useKeepContext();
  return (
    // the row's own click is not meant as well
    <Link
      to={keep(to)}
      onClick={(event) => event.stopPropagation()}
      onAuxClick={(event) => event.stopPropagation()}
    >
      {children}
    </Link>
  );
}
