/** A section as the contents and links know it. Ids are part of the page's addresses and never change. */
export interface SectionHead {
  readonly id: string;
  readonly title: string;
}
