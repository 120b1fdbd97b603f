/** What the quiet row can open. */
export type Panel = 'link' | 'download' | 'details';
