/** What a library that drives a browser has to do, for one engine. */
import type { Requirement } from '../installed.ts';

export interface Driver {
  goto(address: string): Promise<unknown>;
  back(): Promise<unknown>;
  /** Sets the size of what pages see as their window. */
  resize(width: number, height: number): Promise<unknown>;
  evaluate(expression: string): Promise<unknown>;
  move(x: number, y: number): Promise<unknown>;
  down(): Promise<unknown>;
  up(): Promise<unknown>;
  /** Keys by their names in UI Events (https://www.w3.org/TR/uievents-key/). */
  keyDown(key: string): Promise<unknown>;
  keyUp(key: string): Promise<unknown>;
  picture(): Promise<Uint8Array>;
}

/** A browser that runs. */
export interface Running {
  readonly version: string;
  /** Opens a tab that shares nothing with earlier ones. */
  open(width: number, height: number): Promise<{ driver: Driver; close(): Promise<unknown> }>;
  stop(): Promise<unknown>;
}

export interface Engine {
  readonly name: 'Chromium' | 'Firefox' | 'WebKit';
  /** What has to be installed for it. */
  readonly requirement: Requirement;
  start(): Promise<Running>;
}
