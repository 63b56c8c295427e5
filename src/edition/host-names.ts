/** The hosts whose limits the program knows (`hosting/hosts.ts`), as `edition.yaml` names them. */
export const hostNames = ['github-pages', 'gitlab-pages', 'cloudflare-pages'] as const;

export type HostName = (typeof hostNames)[number];
