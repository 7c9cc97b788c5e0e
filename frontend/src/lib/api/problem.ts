/** One wrong field of a refused request. */
export interface FieldProblem {
  field: string;
  code?: string;
  message: string;
}

interface ProblemBody {
  title?: string;
  detail?: string;
  code?: string;
  errors?: FieldProblem[];
}

/** A refusal or failure of the server, told in the reader's language by the server itself where it could (RFC 9457). */
export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly errors: FieldProblem[] = [],
  ) {
    super(message);
    this.name = 'ApiProblem';
  }
}

/**
 * Whether what was asked for is not there: it was not found, or the address names it by what is no id at all, which a
 * person cannot tell apart.
 */
export const isMissing = (error: unknown): boolean =>
  error instanceof ApiProblem &&
  (error.status === 404 ||
    (error.status === 400 &&
      error.errors.length > 0 &&
      error.errors.every((one) => one.code === 'kernel.parameter.uuid')));

export type Translate = (key: string) => string;

const byStatus: Record<number, string> = {
  0: 'problem.network',
  403: 'problem.forbidden',
  404: 'problem.notFound',
  409: 'problem.conflict',
  412: 'problem.stale',
  413: 'problem.tooLarge',
  415: 'problem.unsupportedFile',
  428: 'problem.stale',
  429: 'problem.tooMany',
  503: 'problem.unavailable',
};

/** Reads a refused response; a body that is no problem document still becomes a message by its status. */
export function toProblem(status: number, body: unknown): ApiProblem {
  const problem: ProblemBody = typeof body === 'object' && body !== null ? (body as ProblemBody) : {};
  return new ApiProblem(
    status,
    problem.code ?? '',
    problem.detail ?? problem.title ?? '',
    Array.isArray(problem.errors) ? problem.errors : [],
  );
}

/** The one place where anything thrown becomes a sentence for a person. Field messages follow their own sentence. */
export function problemMessage(error: unknown, t: Translate): string {
  if (error instanceof ApiProblem) {
    const head = error.message || t(byStatus[error.status] ?? 'problem.unexpected');
    const fields = error.errors.map((e) => e.message).filter((message) => message && !head.includes(message));
    return [head, ...fields].join(' ');
  }
  return error instanceof TypeError ? t('problem.network') : t('problem.unexpected');
}
