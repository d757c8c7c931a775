import { createClient } from '@rikuy/contracts';

/** The API, in the language of the page: messages about fields come back in it. */
export const client = createClient({
  fetch: async (input, init) => {
    const headers = new Headers(init?.headers);
    headers.set('accept-language', document.documentElement.lang);
    return fetch(input, { ...init, headers });
  },
});
