import { useCallback, useEffect, useRef, useState } from 'react';
import type { ApiProblem } from '@/lib/api/problem';
import { send, type Sending } from '@/lib/upload/upload';

export interface Going {
  /** Made here; the file's id once it is received, unless an earlier try of the same file had one. */
  key: string;
  name: string;
  size: number;
  sent: number;
  state: 'sending' | 'waiting' | 'refused';
  problem?: ApiProblem;
}

/** Files on their way. Those that arrive leave the list; those whose line broke go on when it is back. */
export function useUploads(onReceived: (id: string) => void) {
  const [going, setGoing] = useState<Going[]>([]);
  const sendings = useRef(new Map<string, Sending>());
  const received = useRef(onReceived);
  useEffect(() => {
    received.current = onReceived;
  }, [onReceived]);

  const change = useCallback((key: string, to: Partial<Going>) => {
    setGoing((all) => all.map((one) => (one.key === key ? { ...one, ...to } : one)));
  }, []);
  const drop = useCallback((key: string) => {
    sendings.current.delete(key);
    setGoing((all) => all.filter((one) => one.key !== key));
  }, []);

  const add = useCallback(
    (files: File[]) => {
      for (const file of files) {
        const key = crypto.randomUUID();
        setGoing((all) => [...all, { key, name: file.name, size: file.size, sent: 0, state: 'sending' }]);
        sendings.current.set(
          key,
          send(file, key, {
            onProgress: (sent) => change(key, { sent, state: 'sending' }),
            onReceived: (id) => {
              drop(key);
              received.current(id);
            },
            onWaiting: () => change(key, { state: 'waiting' }),
            onRefused: (problem) => change(key, { state: 'refused', problem }),
          }),
        );
      }
    },
    [change, drop],
  );

  const resume = useCallback(
    (key: string) => {
      change(key, { state: 'sending' });
      sendings.current.get(key)?.resume();
    },
    [change],
  );

  const remove = useCallback(
    (key: string) => {
      sendings.current.get(key)?.stop();
      drop(key);
    },
    [drop],
  );

  const waiting = going
    .filter((one) => one.state === 'waiting')
    .map((one) => one.key)
    .join(' ');
  useEffect(() => {
    if (!waiting) return;
    const back = () => waiting.split(' ').forEach(resume);
    window.addEventListener('online', back);
    return () => window.removeEventListener('online', back);
  }, [waiting, resume]);

  // leaving the page would break off what is on its way; the browser asks first
  const busy = going.some((one) => one.state !== 'refused');
  useEffect(() => {
    if (!busy) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [busy]);

  return { going, add, resume, remove, busy };
}
