/**
 * The one operation: ToyModelTrain(state; problem, recipe, from, steps) → state, a tfjs kernel that every backend
 * implements. Nothing outside this folder knows which backend runs it.
 *
 * A state is `values`, one float32 tensor [3, models, P] of θ, m₁ and m₂ (layout.ts), or what an earlier call returned:
 * a backend may keep its states in a layout of its own, so that the many calls of a run cost nothing but their steps.
 * It then implements ToyModelRead(state; problem, recipe) → values too.
 */
import type { NamedAttrMap, NamedTensorInfoMap, TensorInfo } from '@tensorflow/tfjs-core';
import type { Problem, Recipe } from '../problem.ts';

export const TOY_MODEL_TRAIN = 'ToyModelTrain';
export const TOY_MODEL_READ = 'ToyModelRead';

export interface StateInput extends NamedTensorInfoMap {
  state: TensorInfo;
}

export interface ToyModelReadAttrs {
  problem: Problem;
  recipe: Recipe;
}

export interface ToyModelTrainAttrs extends ToyModelReadAttrs {
  /** Steps already taken: the schedule, Adam's bias correction and the data stream continue from here. */
  from: number;
  /** Steps to take now, ≥ 1. */
  steps: number;
}

/** A layout of a backend's own has another rank. */
export const isValues = ({ shape }: TensorInfo): boolean => shape.length === 3;

/** tfjs types attributes as plain values, but hands any object through untouched. */
export const asAttrs = (attrs: ToyModelReadAttrs | ToyModelTrainAttrs): NamedAttrMap =>
  attrs as unknown as NamedAttrMap;
export const fromAttrs = <Attrs extends ToyModelReadAttrs>(attrs: NamedAttrMap | undefined): Attrs =>
  attrs as unknown as Attrs;
