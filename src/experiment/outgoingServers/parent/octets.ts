// Octets in and out of XPCOM's streams, and how these say that they have ended: by an nsresult.

/** What lies there, or the nsresult of a stream that has ended. */
export function readAll(input: GeckoAsyncInputStream | null): Uint8Array | number {
  try {
    const available = input?.available() ?? 0;
    return Uint8Array.from(available === 0 ? [] : readOctets(input, available));
  } catch (error) {
    return statusOf(error);
  }
}

export function readOctets(input: unknown, count: number): readonly number[] {
  const reader = Cc["@mozilla.org/binaryinputstream;1"]?.createInstance(
    Ci["nsIBinaryInputStream"],
  ) as GeckoBinaryStream;
  reader.setInputStream(input);
  return reader.readByteArray(count);
}

/** Null while the stream goes on. */
export function statusAt(input: GeckoAsyncInputStream): number | null {
  try {
    input.available();
    return null;
  } catch (error) {
    return statusOf(error);
  }
}

/** Throws, with an nsresult as `result`, where the stream has ended. */
export function writeAll(output: GeckoOutputStream, bytes: Uint8Array): void {
  const writer = Cc["@mozilla.org/binaryoutputstream;1"]?.createInstance(
    Ci["nsIBinaryOutputStream"],
  ) as GeckoBinaryWriter;
  writer.setOutputStream(output);
  writer.writeByteArray([...bytes]);
}

/** What XPCOM throws carries an nsresult. */
export function statusOf(error: unknown): number {
  const { result } = error as { readonly result?: number };
  return result ?? Cr["NS_ERROR_FAILURE"] ?? 0;
}
