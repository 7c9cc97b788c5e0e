import { useMutation, type UseMutationOptions } from '@tanstack/react-query';
import { useRef } from 'react';

const never = <T>() => new Promise<T>(() => undefined);
const ignore = () => undefined;

/**
 * A mutation that is sent one at a time. A second click while the first is under way, or while what it changed is
 * read anew, is dropped: sent at the old version it would come back as somebody else's edit. Who asked twice hears
 * of the first answer only.
 */
export function useDeed<Given, Wish = void>(options: UseMutationOptions<Given, Error, Wish>) {
  const deed = useMutation<Given, Error, Wish>(options);
  const busy = useRef(false);
  const mutateAsync: typeof deed.mutateAsync = (...args) => {
    if (busy.current) return never<Given>();
    busy.current = true;
    return deed.mutateAsync(...args).finally(() => {
      busy.current = false;
    });
  };
  const mutate: typeof deed.mutate = (...args) => {
    mutateAsync(...args).catch(ignore);
  };
  return { ...deed, mutate, mutateAsync };
}
