/** The parts of pandoc-wasm that are used here; the package brings no types. */
declare module 'pandoc-wasm' {
  /** What pandoc says of a part that it left out, or could not read. */
  interface PandocWarning {
    readonly type: string;
    readonly verbosity: 'ERROR' | 'WARNING' | 'INFO' | 'DEBUG';
    /** In a sentence, with line and column where it knows them. */
    readonly pretty: string;
  }
  /** @param options as in a defaults file of pandoc */
  export function convert(
    options: Readonly<Record<string, unknown>>,
    stdin: string | null,
    files: Readonly<Record<string, string | Blob>>,
  ): Promise<{
    readonly stdout: string;
    readonly stderr: string;
    readonly warnings: readonly PandocWarning[];
    readonly mediaFiles: Readonly<Record<string, Blob>>;
  }>;
}
