/** Where a thing is found: messages and mails name it by kind and id, whatever the pages are called today. */
const PAGES: Record<string, (id: string) => string> = {
  finding: (id) => `/rectification/findings/${id}`,
  notice: (id) => `/rectification/notices/${id}`,
  inspector: (id) => `/inspectors/${id}`,
  complaint: (id) => `/complaints/${id}`,
  // the year and the inspector's id
  appraisal: (id) => `/appraisals/${id.slice(0, 4)}/${id.slice(5)}`,
  draw: (id) => `/draws/${id}`,
  innovationCheck: () => '/innovation',
  document: (id) => `/documents/${id}`,
  visit: (id) => `/visits/${id}`,
  catalogue: (id) => `/archives/${id}`,
  ask: () => '/archives/asked',
};

/** The page of a thing; undefined when it has none. */
export const pageOf = (type: string, id: string): string | undefined => PAGES[type]?.(encodeURIComponent(id));
