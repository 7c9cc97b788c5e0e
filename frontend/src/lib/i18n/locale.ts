/** The texts of one namespace, nested at will. */
export interface Texts {
  [key: string]: string | Texts;
}

/** What a feature contributes: its namespace in both languages. */
export interface LocaleModule {
  namespace: string;
  zh: Texts;
  en: Texts;
}

/** English must have the shape of Chinese: same keys, any words. */
export type SameKeys<T> = { [K in keyof T]: T[K] extends string ? string : SameKeys<T[K]> };
