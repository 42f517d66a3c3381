/** What is used of `node:fs/promises`, named here so that pages can be checked without Node's types. */
export interface Files {
  readonly constants: { readonly O_RDONLY: number; readonly O_NONBLOCK?: number };
  stat(path: string): Promise<{ readonly size: number; isFile(): boolean }>;
  open(path: string, flags: number): Promise<OpenFile>;
}

export interface OpenFile {
  read(options: { buffer: Uint8Array<ArrayBuffer> }): Promise<{ bytesRead: number }>;
  close(): Promise<void>;
}
