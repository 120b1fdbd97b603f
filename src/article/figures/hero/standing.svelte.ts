/** A model set by hand in Figure 1, for other figures of the page: no link and no seed gives it. */
import type { Hero } from './hero.svelte.ts';
import type { ModelMoment } from './shown.ts';

class Standing {
  /** Set once hands can be laid on the model. */
  hero = $state.raw<Hero>();

  /** Null while what Figure 1 shows is trained; `frame` is the model in whose frame it is drawn, [P]. */
  readonly model: { readonly moment: ModelMoment; readonly frame: Float32Array } | null = $derived.by(() => {
    if (!this.hero) return null;
    const { edited, starts, chosen, lesson } = this.hero;
    if (!edited || lesson.active) return null;
    return { moment: edited, frame: starts[chosen]?.theta ?? edited.theta };
  });
}

export const standing = new Standing();
