"""
Computation in superposition (the page, seed 7), in PyTorch.

The same models, data, recipe and initial weights. Samples come from PyTorch’s own generator, so that losses
agree to about a per cent, not digit by digit. Needs nothing but torch: python3 <this file>
"""

import math

import torch

torch.manual_seed(7)

n, m, models = 4, 2, 1  # features, hidden dimensions, models trained side by side
steps, batch, lr, weight_decay = 800, 1024, 0.01, 0
density = torch.full((models, n), 0.5)  # p = 1 - S
importance = torch.tensor([1.0, 0.8, 0.6400000000000001, 0.5120000000000001]).repeat(models, 1)
# Models of one task differ in their start only; beside it the least loss on the page.
tasks = {"max-min-gelu p=0.5": None}
task_of = torch.tensor([0])
sets = [("anticorrelated", [0, 1]), ("anticorrelated", [2, 3])]  # features that share one switch

# Row i of W belongs to feature i.
W = torch.nn.Parameter(torch.tensor([
    -0.148654848, -0.189012945, 0.145412356, 0.599135697, 0.445323497, 0.0610436797, -0.485620826, 0.216244981,
]).reshape(models, n, m))
W2 = torch.nn.Parameter(torch.tensor([
    -0.000134156842, -0.273424774, -0.385499865, 0.315350533, -0.601639867, 0.0916420966, 0.198144078, -0.54102385,
]).reshape(models, n, m))
c = torch.nn.Parameter(torch.zeros(models, m))
b = torch.nn.Parameter(torch.zeros(models, n))


def values(shape):
    """Of features that are on."""
    v = torch.rand(shape)
    return torch.ones_like(v)


def samples(count):
    """[count, models, n]: a feature is on with its density, else 0."""
    on = torch.rand(count, models, n) < density
    for kind, members in sets:
        switch = torch.rand(count, models, 1) < density[:, members[:1]]
        which = torch.randint(len(members), (count, models, 1)) == torch.arange(len(members))
        on[..., members] = switch if kind == "correlated" else switch & which
    return values(on.shape) * on


def target(x):
    """Of every pair the larger and the smaller; a last feature without a partner is itself."""
    out, k = x.clone(), x.shape[-1] // 2 * 2
    out[..., 0:k:2] = torch.maximum(x[..., 0:k:2], x[..., 1:k:2])
    out[..., 1:k:2] = torch.minimum(x[..., 0:k:2], x[..., 1:k:2])
    return out


def forward(x):
    h = torch.nn.functional.gelu(torch.einsum("skn,knm->skm", x, W) + c, approximate="tanh")
    z = torch.einsum("skm,knm->skn", h, W2) + b
    return torch.nn.functional.gelu(z, approximate="tanh")


def factor(step):
    """Of the learning rate, by how much of the run is over."""
    t = min(1.0, step / max(1, steps - 1))
    return math.cos(math.pi / 2 * t)


optimizer = torch.optim.AdamW([W, W2, c, b], lr=lr, betas=(0.9, 0.999), eps=1e-8, weight_decay=weight_decay)
schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, factor)
for step in range(steps):
    x = samples(batch)
    # Per sample, summed over features, weighted by importance; models do not touch.
    loss = (importance * (forward(x) - target(x)) ** 2).sum(-1).mean(0)
    optimizer.zero_grad()
    loss.sum().backward()
    optimizer.step()
    schedule.step()
    if step % max(1, steps // 10) == 0:
        print(f"step {step:6d}  least loss {loss.min().item():.6f}")


# A set has one switch for all its members, every other feature its own.
in_sets = {i for _, members in sets for i in members}
switches = sets + [("alone", [i]) for i in range(n) if i not in in_sets]
switch_density = density[:, [members[0] for _, members in switches]]


def nonempty(count):
    """Samples in which at least one switch is on: where features are rare most are empty and say nothing."""
    units = switch_density.shape[1]
    before = torch.cumprod(torch.cat([torch.ones(models, 1), 1 - switch_density[:, :-1]], 1), 1)
    law = torch.cumsum(before * switch_density, 1)
    # The same random numbers for all models, so that they can be compared.
    first = (torch.rand(count, 1, 1) >= law / law[:, -1:]).sum(-1, keepdim=True).clamp(max=units - 1)
    index = torch.arange(units)
    switch = (torch.rand(count, 1, units) < switch_density) & (index > first) | (index == first)
    on = torch.zeros(count, models, n, dtype=torch.bool)
    for u, (kind, members) in enumerate(switches):
        which = torch.randint(len(members), (count, 1, 1)) == torch.arange(len(members))
        on[..., members] = switch[..., u : u + 1] & (which | (kind != "anticorrelated"))
    return values((count, 1, n)) * on


@torch.no_grad()
def evaluate():
    """Loss of every model: on samples with something in them, and on the empty one, each by its probability."""
    count, chunk = 1 << 18, 1 << 14
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
