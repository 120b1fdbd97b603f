/**
 * The one operation: ToyModelTrain(θ, m₁, m₂; problem, recipe, from, steps) → (θ, m₁, m₂), a tfjs kernel that every
 * backend implements. Nothing outside this folder knows which backend runs it.
 */
import type { NamedAttrMap, NamedTensorInfoMap, TensorInfo } from '@tensorflow/tfjs-core';
import type { Problem, Recipe } from '../problem.ts';

export const TOY_MODEL_TRAIN = 'ToyModelTrain';

/** All three are float32 of shape [models, P] (layout.ts). */
export interface ToyModelTrainInputs extends NamedTensorInfoMap {
  theta: TensorInfo;
  m1: TensorInfo;
  m2: TensorInfo;
}

export interface ToyModelTrainAttrs {
  problem: Problem;
  recipe: Recipe;
  /** Steps already taken: the schedule, Adam's bias correction and the data stream continue from here. */
  from: number;
  /** Steps to take now, ≥ 1. */
  steps: number;
}

/** tfjs types attributes as plain values, but hands any object through untouched. */
export const asAttrs = (attrs: ToyModelTrainAttrs): NamedAttrMap => attrs as unknown as NamedAttrMap;
export const fromAttrs = (attrs: NamedAttrMap | undefined): ToyModelTrainAttrs =>
  attrs as unknown as ToyModelTrainAttrs;
