export interface Place {
  longitude: number;
  latitude: number;
  accuracy: number;
}

const PATIENCE = 20_000;
const DIGITS = 1e6;
const rounded = (value: number) => Math.round(value * DIGITS) / DIGITS;

/** Where the phone is, with the radius it is sure of in metres; nothing when it cannot tell. */
export const locate = (): Promise<Place | undefined> =>
  new Promise((resolve) => {
    if (!('geolocation' in navigator)) {
      resolve(undefined);
      return;
    }
    navigator.geolocation.getCurrentPosition(
      ({ coords }) =>
        resolve({
          longitude: rounded(coords.longitude),
          latitude: rounded(coords.latitude),
          accuracy: Math.round(coords.accuracy),
        }),
      () => resolve(undefined),
      { enableHighAccuracy: true, timeout: PATIENCE, maximumAge: 30_000 },
    );
  });
