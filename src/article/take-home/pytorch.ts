/** The same models, data and recipe as a PyTorch script that starts from the same weights. */
import { FAMILIES, type Activation, type Family, type FamilyName } from '../../models/families.ts';
import { parameterCount } from '../../models/layout.ts';
import type { FeatureSet, ModelSettings, Problem, Recipe, ValueLaw } from '../../models/problem.ts';
import { HOLD_SHARE } from '../../models/recipe.ts';
import { dedent } from './dedent.ts';
import { evaluation } from './pytorch-evaluation.ts';
import { DECODED, weightText } from './pytorch-weights.ts';
import { needsBytes } from './python.ts';

export interface ScriptedRun {
  /** What the script is of: "five features in two dimensions". */
  readonly title: string;
  /** Where it was made. */
  readonly source: string;
  readonly seed: number;
  readonly problem: Problem;
  readonly recipe: Recipe;
  /** Lowest loss that the page found, by the problem's order of models; absent where it is not trained yet. */
  readonly losses?: readonly (number | undefined)[];
  /** Weights of step 0, [models, P], where they are not the seed's. */
  readonly initial?: Float32Array;
}

/** Starts are left out where together they would have more numbers than this: a script of a megabyte and a half. */
const MOST_NUMBERS = 1 << 18;
/** Stands for an exact gradient, which is that of an infinite batch. */
const LARGE_BATCH = 1 << 14;

/** @throws RangeError without any models */
export function pytorchScript(run: ScriptedRun): string {
  const problem = withFewerStarts(run.problem);
  const { n, m, models } = problem;
  if (models.length === 0) throw new RangeError('There is no model to write down.');
  const { recipe } = run;
  const [first] = models;
  const family: Family = FAMILIES[first.family];
  const { title, source, seed, losses, initial } = run;
  const { steps, learningRate, weightDecay, dropout = 0 } = recipe;
  const isExact = recipe.gradient === 'exact';
  const hiddenBias = problem.hiddenBias ?? false;
  const bytes = needsBytes(models.length * n * m);
  const trained = ['W', ...(family.tied ? [] : ['W2']), ...(hiddenBias ? ['c'] : []), 'b'];
  const imports = [...(bytes ? ['base64'] : []), ...(recipe.schedule === 'cosine' ? ['math'] : [])];
  const text = dedent`
    """
    ${sentence(title)} (${source}, seed ${seed}), in PyTorch.

    The same models, data, recipe and initial weights. Samples come from PyTorch’s own generator, so that losses
    agree to about a per cent, not digit by digit. Needs nothing but torch: python3 <this file>
    """

    ${imports.length > 0 ? `${imports.map((name) => `import ${name}`).join('\n')}\n` : ''}
    import torch

    torch.manual_seed(${seed})

    n, m, models = ${n}, ${m}, ${models.length}  # features, hidden dimensions, models trained side by side
    ${isExact ? '# The page takes the gradient over all data; here a large batch stands for it.' : ''}
    steps, batch, lr, weight_decay = ${steps}, ${isExact ? LARGE_BATCH : recipe.batch}, ${learningRate}, ${weightDecay}
    ${dropout ? `dropout = ${dropout}` : ''}
    ${dataText(problem, losses)}

    ${bytes ? DECODED : ''}
    ${weightText(problem, family, initial)}


    ${sampleText(first, family)}


    ${targetText(family)}


    ${forwardText(models, family, hiddenBias, dropout > 0)}


    ${scheduleText(recipe)}


    optimizer = torch.optim.AdamW([${trained.join(', ')}], lr=lr, betas=(0.9, 0.999), eps=1e-8, weight_decay=weight_decay)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, factor)
    for step in range(steps):
        x = samples(batch)
        # Per sample, summed over features, weighted by importance; models do not touch.
        loss = (importance * (forward(x${dropout ? ', training=True' : ''}) - target(x)) ** 2).sum(-1).mean(0)
        optimizer.zero_grad()
        loss.sum().backward()
        optimizer.step()
        schedule.step()
        if step % max(1, steps // 10) == 0:
            print(f"step {step:6d}  least loss {loss.min().item():.6f}")


    ${evaluation(first)}
  `;
  return `${text}\n`;
}

const sentence = (title: string): string => `${title[0].toUpperCase()}${title.slice(1)}`;

/** The first starts of every model, as many as fit. */
function withFewerStarts(problem: Problem): Problem {
  const most = Math.floor(MOST_NUMBERS / parameterCount(problem));
  let models = problem.models;
  for (let starts = 64; models.length > Math.max(1, most) && starts >= 1; starts >>= 1)
    models = models.filter(({ start }) => start < starts);
  return { ...problem, models };
}

/** What differs from model to model, [models, n] or a name each. */
function dataText({ models }: Problem, losses: ScriptedRun['losses'] = []): string {
  const shared = (each: (settings: ModelSettings) => readonly number[]): string => {
    const rows = models.map(each);
    const alike = rows.every((row) => row.every((value, i) => value === rows[0][i]));
    if (!alike) return `torch.tensor([\n${matrixLines(rows)}\n])`;
    const [row] = rows;
    if (row.every((value) => value === row[0])) return `torch.full((models, n), ${float(row[0])})`;
    return `torch.tensor([${row.map(float).join(', ')}]).repeat(models, 1)`;
  };
  const tasks = models.map(({ family, density }) => `${family} p=${densityName(density)}`);
  const names = [...new Set(tasks)];
  const best = names.map((name) => {
    const known = losses.filter((loss, k): loss is number => loss !== undefined && tasks[k] === name);
    return known.length > 0 ? Math.min(...known) : undefined;
  });
  const { sets } = models[0];
  return dedent`
    density = ${shared(({ density }) => density)}  # p = 1 - S
    importance = ${shared(({ importance }) => importance)}
    # Models of one task differ in their start only; beside it the least loss on the page.
    tasks = {${names.map((name, k) => `"${name}": ${best[k] ?? 'None'}`).join(', ')}}
    task_of = torch.tensor([${tasks.map((name) => names.indexOf(name)).join(', ')}])
    ${sets?.length ? `sets = [${sets.map(setTuple).join(', ')}]  # features that share one switch` : ''}
  `;
}

/** Python takes 1 for an integer. */
const float = (value: number): string => (Number.isInteger(value) ? value.toFixed(1) : String(value));

const densityName = (density: readonly number[]): string => [...new Set(density)].slice(0, 3).join('/');
const setTuple = ({ kind, members }: FeatureSet): string => `("${kind}", [${members.join(', ')}])`;
const matrixLines = (rows: readonly (readonly number[])[]): string =>
  rows.map((row) => `    [${row.map(float).join(', ')}],`).join('\n');

/** A value of an active feature, from v ~ U[0, 1). */
const LAW: Readonly<Record<ValueLaw, string>> = {
  uniform: 'v',
  one: 'torch.ones_like(v)',
  three: '1 + torch.floor(3 * v)',
  upper: '0.5 + 0.5 * v',
};

function sampleText({ law = 'uniform', sets }: ModelSettings, { signed }: Family): string {
  return dedent`
    def values(shape):
        """Of features that are on."""
        ${signed ? 's = 2 * torch.rand(shape) - 1\nv = s.abs()' : 'v = torch.rand(shape)'}
        return ${signed ? `s.sign() * (${LAW[law]})` : LAW[law]}


    def samples(count):
        """[count, models, n]: a feature is on with its density, else 0."""
        on = torch.rand(count, models, n) < density
        ${sets?.length ? SWITCHED : ''}
        return values(on.shape) * on
  `;
}

const SWITCHED = dedent`
  for kind, members in sets:
      switch = torch.rand(count, models, 1) < density[:, members[:1]]
      which = torch.randint(len(members), (count, models, 1)) == torch.arange(len(members))
      on[..., members] = switch if kind == "correlated" else switch & which
`;

function targetText({ target }: Family): string {
  if (target === 'max-min') return MAX_MIN;
  return `def target(x):\n    return ${{ identity: 'x', absolute: 'x.abs()', square: 'x**2' }[target]}`;
}

const MAX_MIN = dedent`
  def target(x):
      """Of every pair the larger and the smaller; a last feature without a partner is itself."""
      out, k = x.clone(), x.shape[-1] // 2 * 2
      out[..., 0:k:2] = torch.maximum(x[..., 0:k:2], x[..., 1:k:2])
      out[..., 1:k:2] = torch.minimum(x[..., 0:k:2], x[..., 1:k:2])
      return out
`;

const ACTIVATION: Readonly<Record<Activation, (z: string) => string>> = {
  identity: (z) => z,
  relu: (z) => `torch.relu(${z})`,
  gelu: (z) => `torch.nn.functional.gelu(${z}, approximate="tanh")`,
};

function forwardText(
  models: readonly ModelSettings[],
  { hidden, tied }: Family,
  hiddenBias: boolean,
  dropout: boolean,
): string {
  const outputs = models.map(({ family }: { family: FamilyName }): Activation => FAMILIES[family].output);
  const [output] = outputs;
  const other = outputs.find((each) => each !== output);
  const pre = `torch.einsum("skn,knm->skm", x, W)${hiddenBias ? ' + c' : ''}`;
  const isFirst = outputs.map((each) => (each === output ? 'True' : 'False')).join(', ');
  const last = ACTIVATION[output]('z');
  return dedent`
    ${other ? `is_${output} = torch.tensor([${isFirst}])[:, None]\n\n` : ''}
    def forward(x${dropout ? ', training=False' : ''}):
        h = ${ACTIVATION[hidden](pre)}
        ${dropout ? 'if training:\n    h = h * (torch.rand_like(h) >= dropout) / (1 - dropout)' : ''}
        z = torch.einsum("skm,knm->skn", h, ${tied ? 'W' : 'W2'}) + b
        return ${other ? `torch.where(is_${output}, ${last}, ${ACTIVATION[other]('z')})` : last}
  `;
}

function scheduleText({ schedule }: Recipe): string {
  const factor = {
    constant: '1.0',
    hold: `1.0 if t <= ${HOLD_SHARE} else (1 - t) / ${Number((1 - HOLD_SHARE).toFixed(6))}`,
    linear: '1 - t',
    cosine: 'math.cos(math.pi / 2 * t)',
  }[schedule];
  return dedent`
    def factor(step):
        """Of the learning rate, by how much of the run is over."""
        t = min(1.0, step / max(1, steps - 1))
        return ${factor}
  `;
}
