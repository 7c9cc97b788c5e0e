import { Upload } from 'tus-js-client';
import { goToLogin, isLoggedOut } from '@/lib/api/client';
import { OURS } from '@/lib/api/ours';
import type { ApiProblem } from '@/lib/api/problem';
import { currentLanguage } from '@/lib/i18n/language';
import { ENDPOINT, problemOf, statusOf } from './answers';
import { RECEIVED } from './codes';

/** Small enough to be seen moving on a slow line; what breaks off within one is kept by the server all the same. */
const CHUNK = 1024 * 1024;
const RETRIES = [0, 1000, 2000, 4000];

export interface Events {
  onProgress: (sent: number) => void;
  /** The file is there under this id. */
  onReceived: (id: string) => void;
  /** The line is broken; it goes on by itself when the line is back. */
  onWaiting: () => void;
  /** The server does not take it, and says why. */
  onRefused: (problem: ApiProblem) => void;
}

export interface Sending {
  /** Goes on from where it stopped. */
  resume: () => void;
  /** Gives it up, here and on the server. */
  stop: () => void;
}

/** Whether trying again can help: the line was down, the server busy, or the place to go on from was wrong. */
const passing = (status: number) => status === 0 || status >= 500 || status === 409 || status === 423;

/**
 * Sends a file by tus. A broken line resends only what is missing; so does choosing the same file again after the page was
 * left, under the id it had.
 */
export function send(file: File, newId: string, events: Events): Sending {
  let id = newId;
  const upload = new Upload(file, {
    endpoint: ENDPOINT,
    chunkSize: CHUNK,
    retryDelays: RETRIES,
    removeFingerprintOnSuccess: true,
    headers: { ...OURS, 'Accept-Language': currentLanguage() },
    metadata: { id, filename: file.name, uploadedAt: new Date().toISOString() },
    onProgress: (sent) => events.onProgress(sent),
    onSuccess: () => events.onReceived(id),
    onShouldRetry: (error) => passing(statusOf(error)) && problemOf(error).code !== RECEIVED,
    onError: (error) => {
      const status = statusOf(error);
      const problem = problemOf(error);
      if (problem.code === RECEIVED) events.onReceived(id);
      else if (isLoggedOut(status)) goToLogin();
      else if (passing(status)) events.onWaiting();
      else events.onRefused(problem);
    },
  });
  void upload.findPreviousUploads().then((before) => {
    const earlier = before.find((one) => one.metadata?.id);
    if (earlier?.metadata.id) {
      id = earlier.metadata.id;
      upload.options.metadata = earlier.metadata;
      upload.resumeFromPreviousUpload(earlier);
    }
    upload.start();
  });
  return {
    resume: () => upload.start(),
    stop: () => void upload.abort(true).catch(() => undefined),
  };
}
