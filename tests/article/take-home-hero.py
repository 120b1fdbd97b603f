"""
Five features in two dimensions (the page, seed 7), in PyTorch.

The same models, data, recipe and initial weights. Samples come from PyTorch’s own generator, so that losses
agree to about a per cent, not digit by digit. Needs nothing but torch: python3 <this file>
"""

import torch

torch.manual_seed(7)

n, m, models = 5, 2, 2  # features, hidden dimensions, models trained side by side
steps, batch, lr, weight_decay = 800, 1024, 0.01, 0
density = torch.full((models, n), 0.1)  # p = 1 - S
importance = torch.tensor([1.0, 0.9, 0.81, 0.7290000000000001, 0.6561000000000001]).repeat(models, 1)
# Models of one task differ in their start only; beside it the least loss on the page.
tasks = {"relu p=0.1": 0.0214}
task_of = torch.tensor([0, 0])

# Row i of W belongs to feature i.
W = torch.nn.Parameter(torch.tensor([
    -0.714891195, 0.271976799, 0.0789174512, -0.72071296, 0.509537578, 0.0758840963, -0.157801479, -0.242824063,
    0.276945353, -0.508051038, -0.00536298519, 0.464696467, 0.410252303, 0.693441629, 0.209152624, 0.832590222,
    -0.339263856, -0.308962494, 0.386134088, 0.282485038,
]).reshape(models, n, m))
b = torch.nn.Parameter(torch.zeros(models, n))


def values(shape):
    """Of features that are on."""
    v = torch.rand(shape)
    return v


def samples(count):
    """[count, models, n]: a feature is on with its density, else 0."""
    on = torch.rand(count, models, n) < density
    return values(on.shape) * on


def target(x):
    return x


def forward(x):
    h = torch.einsum("skn,knm->skm", x, W)
    z = torch.einsum("skm,knm->skn", h, W) + b
    return torch.relu(z)


def factor(step):
    """Of the learning rate, by how much of the run is over."""
    t = min(1.0, step / max(1, steps - 1))
    return 1.0 if t <= 0.6 else (1 - t) / 0.4


optimizer = torch.optim.AdamW([W, b], lr=lr, betas=(0.9, 0.999), eps=1e-8, weight_decay=weight_decay)
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


switch_density = density


def nonempty(count):
    """Samples in which at least one feature is on: where features are rare most are empty and say nothing."""
    units = switch_density.shape[1]
    before = torch.cumprod(torch.cat([torch.ones(models, 1), 1 - switch_density[:, :-1]], 1), 1)
    law = torch.cumsum(before * switch_density, 1)
    # The same random numbers for all models, so that they can be compared.
    first = (torch.rand(count, 1, 1) >= law / law[:, -1:]).sum(-1, keepdim=True).clamp(max=units - 1)
    index = torch.arange(units)
    switch = (torch.rand(count, 1, units) < switch_density) & (index > first) | (index == first)
    return values((count, 1, n)) * switch


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
