// The few globals that Node, workers and pages all have; the core may use no others.
declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean })
  decode(input?: Uint8Array): string
}
declare class TextEncoder {
  encode(input?: string): Uint8Array
}
declare class URL {
  constructor(url: string, base?: string)
  readonly href: string
  readonly protocol: string
  readonly host: string
  readonly hostname: string
  readonly pathname: string
}
declare function structuredClone<T>(value: T): T

/** A file's text, as the test runner hands it over. */
declare module '*?raw' {
  const text: string
  export default text
}
