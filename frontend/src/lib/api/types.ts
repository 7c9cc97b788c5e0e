import type { components, operations } from './generated/schema';

/**
 * What the server sends: it always writes every property, null where there is nothing, which the document it emits
 * does not say. Requests keep their optional properties.
 */
export type Sent<T> = T extends (infer Item)[]
  ? Sent<Item>[]
  : T extends Record<string, unknown>
    ? { [K in keyof T]-?: Sent<Exclude<T[K], undefined>> }
    : T;

type Json<R> = R extends { content: infer C } ? C[keyof C] : never;
type Responses<O extends keyof operations> = operations[O]['responses'];

/** The body of an operation's success, by the operation's id: free of the names its records happen to have. */
export type Answer<O extends keyof operations> = Sent<
  Json<Responses<O>[Extract<keyof Responses<O>, 200 | 201 | 202>]>
>;

/** A named schema as the server sends it. */
export type Schema<S extends keyof components['schemas']> = Sent<components['schemas'][S]>;

/** The body an operation asks for. */
export type Asked<O extends keyof operations> = operations[O] extends { requestBody?: { content: infer C } }
  ? C extends { 'application/json': infer Body }
    ? Body
    : never
  : never;

/** The query parameters of an operation. */
export type Query<O extends keyof operations> = NonNullable<operations[O]['parameters']['query']>;
