import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

/** Makes links to this page with one value of the address line changed. */
export function useUrlLink(name: string): (value: string) => string {
  const [params] = useSearchParams();
  return (value) => {
    const after = new URLSearchParams(params);
    after.set(name, value);
    return `?${after.toString()}`;
  };
}

/** One value of the address line; setting it to undefined takes it out. Back works, a sent link shows the same. */
export function useUrlState(
  name: string,
  options: { replace?: boolean } = {},
): [string | undefined, (value: string | undefined) => void] {
  const [params, setParams] = useSearchParams();
  const replace = options.replace ?? false;
  const set = useCallback(
    (value: string | undefined) =>
      setParams(
        (before) => {
          const after = new URLSearchParams(before);
          if (value === undefined || value === '') after.delete(name);
          else after.set(name, value);
          return after;
        },
        { replace },
      ),
    [name, replace, setParams],
  );
  return [params.get(name) ?? undefined, set];
}
