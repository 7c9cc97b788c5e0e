import { Upload } from 'tus-js-client';
import { OURS } from '@/lib/api/client';
import { currentLanguage } from '@/lib/i18n/language';
import { ENDPOINT, problemOf, RECEIVED, statusOf } from '@/lib/upload/answers';
import type { Reply } from './remote';
import { outcome, type Outcome } from './states';

/** The bytes of a file with the name the server is to keep it under. */
export interface Outgoing {
  id: string;
  name: string;
  takenAt: string;
  uploadUrl: string | null;
}

/** Sends a file by tus; what has arrived of it before is not sent again. */
export function sendBytes(
  file: Outgoing,
  bytes: Blob,
  onUrl: (url: string) => Promise<unknown>,
): Promise<Reply<string>> {
  return new Promise((resolve) => {
    const done = (meaning: Outcome, message?: string, code = '') =>
      resolve({
        outcome: meaning,
        value: file.id,
        refusal: message === undefined ? null : { code, message },
      });
    const upload = new Upload(bytes, {
      endpoint: ENDPOINT,
      uploadUrl: file.uploadUrl,
      retryDelays: null,
      storeFingerprintForResuming: false,
      headers: { ...OURS, 'Accept-Language': currentLanguage() },
      metadata: { id: file.id, filename: file.name, uploadedAt: file.takenAt },
      onUploadUrlAvailable: () => {
        if (upload.url) void onUrl(upload.url);
      },
      onSuccess: () => done('received'),
      onError: (error) => {
        const problem = problemOf(error);
        if (problem.code === RECEIVED) done('received');
        else {
          const conflict = problem.status === 409;
          const meaning = conflict ? 'later' : outcome(statusOf(error), Boolean(problem.code), false);
          done(meaning, meaning === 'refused' ? problem.message : undefined, problem.code);
        }
      },
    });
    upload.start();
  });
}
