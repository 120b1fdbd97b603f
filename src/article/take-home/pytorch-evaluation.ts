/** How the script measures: as the page does, on samples that are not empty, with the empty one added by its chance. */
import type { ModelSettings } from '../../models/problem.ts';
import { dedent } from './dedent.ts';

/** Samples of the evaluation, and at a time. */
const SAMPLES = '1 << 18';
const CHUNK = '1 << 14';

/** @param settings of any of the models; whatever the target, of nothing it is nothing */
export function evaluation({ sets }: ModelSettings): string {
  return dedent`
    ${sets?.length ? WITH_SETS : ALONE}


    @torch.no_grad()
    def evaluate():
        """Loss of every model: on samples with something in them, and on the empty one, each by its probability."""
        count, chunk = ${SAMPLES}, ${CHUNK}
        total = torch.zeros(models)
        for _ in range(count // chunk):
            x = nonempty(chunk)
            total += (importance * (forward(x) - target(x)) ** 2).sum((0, -1))
        empty = (importance * forward(torch.zeros(1, models, n))[0] ** 2).sum(-1)
        none = (1 - switch_density).prod(-1)
        return (1 - none) * total / count + none * empty


    final = evaluate()
    for k, (task, page) in enumerate(tasks.items()):
        least = final[task_of == k].min().item()
        print(f"{task}: final loss {least:.6g}" + ("" if page is None else f", on the page {page:.6g}"))
  `;
}

/** Which switch is the first that is on follows P(first = i) ~ p_i (1 - p_1) ... (1 - p_(i-1)). */
const FIRST = dedent`
  units = switch_density.shape[1]
  before = torch.cumprod(torch.cat([torch.ones(models, 1), 1 - switch_density[:, :-1]], 1), 1)
  law = torch.cumsum(before * switch_density, 1)
  # The same random numbers for all models, so that they can be compared.
  first = (torch.rand(count, 1, 1) >= law / law[:, -1:]).sum(-1, keepdim=True).clamp(max=units - 1)
  index = torch.arange(units)
  switch = (torch.rand(count, 1, units) < switch_density) & (index > first) | (index == first)
`;

const ALONE = dedent`
  switch_density = density


  def nonempty(count):
      """Samples in which at least one feature is on: where features are rare most are empty and say nothing."""
      ${FIRST}
      return values((count, 1, n)) * switch
`;

const WITH_SETS = dedent`
  # A set has one switch for all its members, every other feature its own.
  in_sets = {i for _, members in sets for i in members}
  switches = sets + [("alone", [i]) for i in range(n) if i not in in_sets]
  switch_density = density[:, [members[0] for _, members in switches]]


  def nonempty(count):
      """Samples in which at least one switch is on: where features are rare most are empty and say nothing."""
      ${FIRST}
      on = torch.zeros(count, models, n, dtype=torch.bool)
      for u, (kind, members) in enumerate(switches):
          which = torch.randint(len(members), (count, 1, 1)) == torch.arange(len(members))
          on[..., members] = switch[..., u : u + 1] & (which | (kind != "anticorrelated"))
      return values((count, 1, n)) * on
`;
