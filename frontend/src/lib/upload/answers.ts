import { DetailedError } from 'tus-js-client';
import { toProblem, type ApiProblem } from '@/lib/api/problem';

/** Where files are sent to by tus. */
export const ENDPOINT = '/api/v1/evidence/uploads';
/** 0 when the line broke before there was an answer. */
export const statusOf = (error: unknown) =>
  error instanceof DetailedError ? (error.originalResponse?.getStatus() ?? 0) : 0;

/** What the server said against it. */
export function problemOf(error: unknown): ApiProblem {
  const text = error instanceof DetailedError ? error.originalResponse?.getBody() : undefined;
  try {
    return toProblem(statusOf(error), text ? JSON.parse(text) : undefined);
  } catch {
    return toProblem(statusOf(error), undefined);
  }
}
