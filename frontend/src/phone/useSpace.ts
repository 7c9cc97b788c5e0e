import { useEffect, useState } from 'react';
import { space, type Space } from './store/space';

const EVERY = 15_000;

/** What room this phone has, looked at now and again. */
export function useSpace(): Space | undefined {
  const [room, setRoom] = useState<Space>();
  useEffect(() => {
    let gone = false;
    const look = () =>
      void space().then((found) => {
        if (!gone) setRoom(found);
      });
    look();
    const timer = setInterval(look, EVERY);
    return () => {
      gone = true;
      clearInterval(timer);
    };
  }, []);
  return room;
}
