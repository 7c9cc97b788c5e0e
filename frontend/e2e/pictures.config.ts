import base from './playwright.config';

/** Takes the pictures of the README from the running demonstration county: `npm run pictures`. */
export default {
  ...base,
  projects: (base.projects ?? [])
    .filter((project) => project.name === 'login')
    .concat([
      {
        name: 'pictures',
        testMatch: /pictures\.ts/,
        dependencies: ['login'],
        use: { ...base.projects?.[0]?.use, viewport: { width: 1366, height: 900 } },
      },
    ]),
};
