/** The same models, data and recipe as a PyTorch script that starts from the same weights. */
import { FAMILIES, type Activation, type Family, type FamilyName } from '../../models/families.ts';
import { initialState, parameterCount } from '../../models/layout.ts';
import type { FeatureSet, ModelSettings, Problem, Recipe, ValueLaw } from '../../models/problem.ts';
import { HOLD_SHARE } from '../../models/recipe.ts';
import { evaluation } from './pytorch-evaluation.ts';
import { floats, needsBytes } from './python.ts';

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
  const batch = recipe.gradient === 'exact' ? LARGE_BATCH : recipe.batch;
  const hiddenBias = problem.hiddenBias ?? false;
  const bytes = needsBytes(models.length * n * m);
  const trained = ['W', ...(family.tied ? [] : ['W2']), ...(hiddenBias ? ['c'] : []), 'b'];
  const parts: string[] = [
    ...['"""', `${sentence(run.title)} (${run.source}, seed ${run.seed}), in PyTorch.`, ''],
    ...['The same models, data, recipe and initial weights. Samples come from PyTorch’s own generator, so that losses'],
    ...['agree to about a per cent, not digit by digit. Needs nothing but torch: python3 <this file>', '"""', ''],
    ...(bytes ? ['import base64'] : []),
    ...(recipe.schedule === 'cosine' ? ['import math'] : []),
    ...(bytes || recipe.schedule === 'cosine' ? [''] : []),
    ...['import torch', '', `torch.manual_seed(${run.seed})`, ''],
    `n, m, models = ${n}, ${m}, ${models.length}  # features, hidden dimensions, models trained side by side`,
    ...(recipe.gradient === 'exact'
      ? ['# The page takes the gradient over all data; here a large batch stands for it.']
      : []),
    `steps, batch, lr, weight_decay = ${recipe.steps}, ${batch}, ${recipe.learningRate}, ${recipe.weightDecay}`,
    ...(recipe.dropout ? [`dropout = ${recipe.dropout}`] : []),
    ...dataLines(problem, run.losses),
    ...(bytes ? ['', '', ...DECODED, '', ''] : ['']),
    ...weightLines(problem, family, run.initial),
    ...['', '', ...sampleLines(first, family), '', '', ...targetLines(family), '', ''],
    ...forwardLines(models, family, hiddenBias, Boolean(recipe.dropout)),
    ...['', '', ...scheduleLines(recipe), '', ''],
    `optimizer = torch.optim.AdamW([${trained.join(', ')}], lr=lr, betas=(0.9, 0.999), eps=1e-8, weight_decay=weight_decay)`,
    ...['schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, factor)', 'for step in range(steps):'],
    ...[
      '    x = samples(batch)',
      '    # Per sample, summed over features, weighted by importance; models do not touch.',
    ],
    `    loss = (importance * (forward(x${recipe.dropout ? ', training=True' : ''}) - target(x)) ** 2).sum(-1).mean(0)`,
    ...['    optimizer.zero_grad()', '    loss.sum().backward()', '    optimizer.step()', '    schedule.step()'],
    ...[
      '    if step % max(1, steps // 10) == 0:',
      '        print(f"step {step:6d}  least loss {loss.min().item():.6f}")',
    ],
    ...['', '', ...evaluation(first), ''],
  ];
  return parts.join('\n');
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
function dataLines({ models }: Problem, losses: ScriptedRun['losses'] = []): string[] {
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
  return [
    `density = ${shared(({ density }) => density)}  # p = 1 - S`,
    `importance = ${shared(({ importance }) => importance)}`,
    '# Models of one task differ in their start only; beside it the least loss on the page.',
    `tasks = {${names.map((name, k) => `"${name}": ${best[k] ?? 'None'}`).join(', ')}}`,
    `task_of = torch.tensor([${tasks.map((name) => names.indexOf(name)).join(', ')}])`,
    ...(sets?.length ? [`sets = [${sets.map(setTuple).join(', ')}]  # features that share one switch`] : []),
  ];
}

/** Python takes 1 for an integer. */
const float = (value: number): string => (Number.isInteger(value) ? value.toFixed(1) : String(value));

const densityName = (density: readonly number[]): string => [...new Set(density)].slice(0, 3).join('/');
const setTuple = ({ kind, members }: FeatureSet): string => `("${kind}", [${members.join(', ')}])`;
const matrixLines = (rows: readonly (readonly number[])[]): string =>
  rows.map((row) => `    [${row.map(float).join(', ')}],`).join('\n');

const DECODED = [
  'def decoded(text):',
  '    return torch.frombuffer(bytearray(base64.b64decode(text)), dtype=torch.float32).clone()',
];

/** Step 0 of every model, each part for itself. The seed's has no biases yet. */
function weightLines(problem: Problem, { tied }: Family, initial?: Float32Array): string[] {
  const { n, m, models, hiddenBias } = problem;
  const P = parameterCount(problem);
  const theta = initial ?? initialState(problem).theta;
  const part = (from: number, length: number): string => {
    const all = new Float32Array(models.length * length);
    models.forEach((_, k) => all.set(theta.subarray(k * P + from, k * P + from + length), k * length));
    return floats(all);
  };
  const bias = (from: number, length: number, shape: string): string =>
    initial ? `${part(from, length)}.reshape(${shape})` : `torch.zeros(${shape})`;
  return [
    `# ${initial ? 'Set by hand; row' : 'Row'} i of W belongs to feature i.`,
    `W = torch.nn.Parameter(${part(0, n * m)}.reshape(models, n, m))`,
    ...(tied ? [] : [`W2 = torch.nn.Parameter(${part(n * m, n * m)}.reshape(models, n, m))`]),
    ...(hiddenBias ? [`c = torch.nn.Parameter(${bias(P - n - m, m, 'models, m')})`] : []),
    `b = torch.nn.Parameter(${bias(P - n, n, 'models, n')})`,
  ];
}

/** A value of an active feature, from v ~ U[0, 1). */
const LAW: Readonly<Record<ValueLaw, string>> = {
  uniform: 'v',
  one: 'torch.ones_like(v)',
  three: '1 + torch.floor(3 * v)',
  upper: '0.5 + 0.5 * v',
};

function sampleLines({ law = 'uniform', sets }: ModelSettings, { signed }: Family): string[] {
  return [
    'def values(shape):',
    '    """Of features that are on."""',
    ...(signed
      ? ['    s = 2 * torch.rand(shape) - 1', '    v = s.abs()', `    return s.sign() * (${LAW[law]})`]
      : ['    v = torch.rand(shape)', `    return ${LAW[law]}`]),
    ...['', '', 'def samples(count):', '    """[count, models, n]: a feature is on with its density, else 0."""'],
    '    on = torch.rand(count, models, n) < density',
    ...(sets?.length
      ? [
          '    for kind, members in sets:',
          '        switch = torch.rand(count, models, 1) < density[:, members[:1]]',
          '        which = torch.randint(len(members), (count, models, 1)) == torch.arange(len(members))',
          '        on[..., members] = switch if kind == "correlated" else switch & which',
        ]
      : []),
    '    return values(on.shape) * on',
  ];
}

function targetLines({ target }: Family): string[] {
  const lines = { identity: ['    return x'], absolute: ['    return x.abs()'], square: ['    return x**2'] };
  if (target !== 'max-min') return ['def target(x):', ...lines[target]];
  return [
    'def target(x):',
    '    """Of every pair the larger and the smaller; a last feature without a partner is itself."""',
    '    out, k = x.clone(), x.shape[-1] // 2 * 2',
    '    out[..., 0:k:2] = torch.maximum(x[..., 0:k:2], x[..., 1:k:2])',
    '    out[..., 1:k:2] = torch.minimum(x[..., 0:k:2], x[..., 1:k:2])',
    '    return out',
  ];
}

const ACTIVATION: Readonly<Record<Activation, (z: string) => string>> = {
  identity: (z) => z,
  relu: (z) => `torch.relu(${z})`,
  gelu: (z) => `torch.nn.functional.gelu(${z}, approximate="tanh")`,
};

function forwardLines(
  models: readonly ModelSettings[],
  { hidden, tied }: Family,
  hiddenBias: boolean,
  dropout: boolean,
): string[] {
  const outputs = models.map(({ family }: { family: FamilyName }): Activation => FAMILIES[family].output);
  const [output] = outputs;
  const other = outputs.find((each) => each !== output);
  const pre = `torch.einsum("skn,knm->skm", x, W)${hiddenBias ? ' + c' : ''}`;
  const isFirst = outputs.map((each) => (each === output ? 'True' : 'False')).join(', ');
  return [
    ...(other ? [`is_${output} = torch.tensor([${isFirst}])[:, None]`, '', ''] : []),
    `def forward(x${dropout ? ', training=False' : ''}):`,
    `    h = ${ACTIVATION[hidden](pre)}`,
    ...(dropout ? ['    if training:', '        h = h * (torch.rand_like(h) >= dropout) / (1 - dropout)'] : []),
    `    z = torch.einsum("skm,knm->skn", h, ${tied ? 'W' : 'W2'}) + b`,
    other
      ? `    return torch.where(is_${output}, ${ACTIVATION[output]('z')}, ${ACTIVATION[other]('z')})`
      : `    return ${ACTIVATION[output]('z')}`,
  ];
}

function scheduleLines({ schedule }: Recipe): string[] {
  const factors = {
    constant: ['    return 1.0'],
    hold: [`    return 1.0 if t <= ${HOLD_SHARE} else (1 - t) / ${Number((1 - HOLD_SHARE).toFixed(6))}`],
    linear: ['    return 1 - t'],
    cosine: ['    return math.cos(math.pi / 2 * t)'],
  };
  const comment = '    """Of the learning rate, by how much of the run is over."""';
  return ['def factor(step):', comment, '    t = min(1.0, step / max(1, steps - 1))', ...factors[schedule]];
}
