"""The training step in PyTorch, as the authors' notebook does it, timed on request.

Talks in lines of JSON. At the start it says what it is: {"version", "blas"}. Then each line it reads is either
{"open": {n, m, batch, lr, wd, density: [models][n], importance: [models][n]}}, answered by {"ready": true}, or
{"run": steps}, answered by {"seconds"}. It ends with its input.
"""

import json
import os
import re
import sys
import time

import torch


def blas():
    """The library that multiplies matrices: the one that is loaded, else the one PyTorch was built for."""
    try:
        with open("/proc/self/maps") as maps:
            loaded = set(re.findall(r"(/\S*(?:blas|mkl|blis|atlas)\S*\.so\S*)", maps.read()))
        names = sorted({os.path.basename(os.path.realpath(path)) for path in loaded})
        # The plain names are doors to the others, where there are others.
        names = [name for name in names if re.search("openblas|mkl|blis|atlas", name)] or names
    except OSError:
        names = []
    built = re.search(r"BLAS_INFO=(\w+)", torch.__config__.show())
    return ", ".join(names) or (f"built for {built.group(1)}" if built else "unknown")


class Training:
    """A batch of ReLU output models; tensors are [batch, models, features]."""

    def __init__(self, n, m, batch, lr, wd, density, importance):
        models = len(density)
        self.size = (batch, models, n)
        self.density = torch.tensor(density)
        self.importance = torch.tensor(importance)
        self.W = torch.nn.Parameter(torch.nn.init.xavier_normal_(torch.empty(models, n, m)))
        self.b = torch.nn.Parameter(torch.zeros(models, n))
        self.optimizer = torch.optim.AdamW([self.W, self.b], lr=lr, weight_decay=wd)

    def samples(self):
        value = torch.rand(self.size)
        return torch.where(torch.rand(self.size) <= self.density, value, torch.zeros(()))

    def step(self):
        self.optimizer.zero_grad(set_to_none=True)
        x = self.samples()
        hidden = torch.einsum("...kn,knm->...km", x, self.W)
        out = torch.relu(torch.einsum("...km,knm->...kn", hidden, self.W) + self.b)
        error = self.importance * (x.abs() - out) ** 2
        # The mean over batch and features, model by model; models do not touch each other.
        error.mean(dim=(0, 2)).sum().backward()
        self.optimizer.step()


def say(answer):
    print(json.dumps(answer), flush=True)


def main():
    torch.set_num_threads(1)
    torch.manual_seed(0)
    # Whatever is loaded at the first product only.
    torch.ones(64, 64) @ torch.ones(64, 64)
    say({"version": torch.__version__, "blas": blas()})
    training = None
    for line in sys.stdin:
        request = json.loads(line)
        if "open" in request:
            training = Training(**request["open"])
            say({"ready": True})
        else:
            began = time.perf_counter()
            for _ in range(request["run"]):
                training.step()
            say({"seconds": time.perf_counter() - began})


main()
